import { data } from "@remix-run/cloudflare";
import { PublicShell } from "~/components/public-shell";
import { RouteError } from "~/components/route-error";
import { titleOfError } from "~/titles";

export const meta = titleOfError;

export function loader() {
  throw data(null, { status: 404 });
}

/** Never drawn: the loader always throws. It makes this a page rather than a bare answer. */
export default function NotFound() {
  return null;
}

export function ErrorBoundary() {
  return (
    <PublicShell>
      <RouteError />
    </PublicShell>
  );
}
