import { createCookie } from "@remix-run/cloudflare";
import * as z from "zod";

const schema = z.object({
  theme: z.enum(["system", "light", "dark"]).catch("system"),
  singleKeys: z.boolean().catch(true),
});

export type Preferences = z.infer<typeof schema>;

const cookie = createCookie("preferences", {
  path: "/",
  sameSite: "lax",
  httpOnly: true,
  maxAge: 31_536_000,
});

/** How this browser wants to see the app: read before the first byte, so that nothing flashes. */
export async function readPreferences(request: Request): Promise<Preferences> {
  const stored: unknown = await cookie.parse(request.headers.get("Cookie"));
  return schema.catch({ theme: "system", singleKeys: true }).parse(stored ?? {});
}

export async function writePreferences(request: Request, change: Partial<Preferences>): Promise<string> {
  const next = { ...(await readPreferences(request)), ...change };
  return cookie.serialize(next, { secure: request.url.startsWith("https:") });
}
