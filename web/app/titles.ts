import type { MetaDescriptor } from "@remix-run/cloudflare";

import { isRouteErrorResponse } from "@remix-run/react";

/** “Members · Tributary”; the part that differs comes first, because tabs are narrow. */
export function title(...parts: (string | undefined)[]): MetaDescriptor[] {
  return [{ title: [...parts.filter(Boolean), "Tributary"].join(" · ") }];
}

/** For routes that show what went wrong below them: then it is in the title too. */
export function titleOfError({ error }: { error?: unknown }): MetaDescriptor[] {
  if (error === undefined) return title();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 404 || status === 410) return title("Not found");
  return title(status === 403 ? "Not allowed" : "Something went wrong");
}
