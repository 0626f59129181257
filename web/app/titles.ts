import type { MetaDescriptor } from "@remix-run/cloudflare";

/** “Members · Tributary”; the part that differs comes first, because tabs are narrow. */
export function title(...parts: (string | undefined)[]): MetaDescriptor[] {
  return [{ title: [...parts.filter(Boolean), "Tributary"].join(" · ") }];
}
