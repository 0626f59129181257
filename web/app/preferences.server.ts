import { createCookie } from "@remix-run/cloudflare";
import * as z from "zod";

const schema = z.object({
  theme: z.enum(["system", "light", "dark"]).catch("system"),
  density: z.enum(["comfortable", "compact"]).catch("comfortable"),
});

export type Preferences = z.infer<typeof schema>;

const cookie = createCookie("preferences", {
  path: "/",
  sameSite: "lax",
  httpOnly: true,
  maxAge: 31_536_000,
});

/** How this browser shows the app: read before the first byte, so that nothing flashes. */
export async function readPreferences(request: Request): Promise<Preferences> {
  const stored: unknown = await cookie.parse(request.headers.get("Cookie"));
  return schema.catch({ theme: "system", density: "comfortable" }).parse(stored ?? {});
}

export function hasPreferences(request: Request): boolean {
  return /(?:^|;\s*)preferences=/.test(request.headers.get("Cookie") ?? "");
}

export async function writePreferences(request: Request, preferences: Preferences): Promise<string> {
  return cookie.serialize(preferences, { secure: request.url.startsWith("https:") });
}
