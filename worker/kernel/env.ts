import * as z from "zod";

/** What the runtime binds. Only the edge sees this; everything below gets a context. */
export interface Env {
  DB: D1Database;
  CELL_A?: D1Database;
  CELL_B?: D1Database;
  LIVE_ROOM: DurableObjectNamespace;
  RATE_LIMITER: DurableObjectNamespace;
  SWEEPER: DurableObjectNamespace;
  GENERATION_QUEUE: Queue;
  DELIVERY_QUEUE: Queue;
  EVENTS_QUEUE: Queue;
  FILES: R2Bucket;
  EMAIL?: SendEmail;
  [variable: string]: unknown;
}

const hostList = z
  .string()
  .default("")
  .transform((value) =>
    value
      .split(",")
      .map((host) => host.trim())
      .filter(Boolean),
  );

const schema = z.object({
  TRIBUTARY_MODE: z.enum(["local", "test", "production"]).default("production"),
  APP_URL: z.url(),
  AUTH_SECRET: z.string().min(32, "AUTH_SECRET must have at least 32 characters"),
  SEAL_KEYS: z.string().min(1),
  OUTBOUND_ALLOWED_HOSTS: hostList,
  /** Where no short link may lead, with all names below them. */
  LINK_BLOCKED_HOSTS: hostList,
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.string().optional(),
  OPENAI_MODEL: z.string().optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  STRIPE_API_BASE: z.string().optional(),
  MAIL_API_KEY: z.string().optional(),
  MAIL_API_BASE: z.string().optional(),
  TURNSTILE_API_BASE: z.string().optional(),
  MAIL_FROM: z.string().default("Tributary <hello@tributary.test>"),
});

export type Settings = z.infer<typeof schema> & { cells: string[] };

const known = new WeakMap<Env, Settings>();

/** Parsed once per isolate; a missing or weak secret stops the Worker with a sentence instead of serving. */
export function settingsOf(env: Env): Settings {
  const cached = known.get(env);
  if (cached) return cached;
  const parsed = schema.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    throw new Error(`Settings are not complete. ${z.prettifyError(parsed.error)} Run “npm run doctor”.`);
  }
  assertFitForProduction(parsed.data);
  const settings = { ...parsed.data, cells: cellBindings.filter((name) => env[name]) };
  known.set(env, settings);
  return settings;
}

export const cellBindings = ["CELL_A", "CELL_B"] as const;

function withoutEmpty(env: Env): Record<string, unknown> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
}

function assertFitForProduction(settings: z.infer<typeof schema>): void {
  if (settings.TRIBUTARY_MODE !== "production") return;
  if (!settings.APP_URL.startsWith("https://"))
    throw new Error("APP_URL must begin with https:// in production.");
  if (/test|local|example|change/i.test(settings.AUTH_SECRET))
    throw new Error("AUTH_SECRET is a placeholder.");
}
