import { type LinksFunction, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import newsreaderLatin from "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2?url";
import { connect } from "~/api.server";
import { PublicShell } from "~/components/public-shell";
import { RouteError } from "~/components/route-error";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/link-button";
import { exampleRiver } from "~/river/example-river";
import { River } from "~/river/river";
import { Ledger } from "~/marketing/ledger";
import { Promises, Stretches } from "~/marketing/sections";

export const links: LinksFunction = () => [
  { rel: "preload", href: newsreaderLatin, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
];

export const meta = () => [
  { title: "Tributary: know which words earned the money" },
  {
    name: "description",
    content:
      "Tributary turns a website address into a running growth loop: content, links, pages, forms and leads in one place, and every sale credited to the piece that brought it.",
  },
];

/** Who is signed in wants their work, not our words about it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!/trb_session=/.test(request.headers.get("Cookie") ?? "")) return null;
  const api = connect({ request, context });
  const me = await api.attempt(api.client.GET("/v1/me"));
  return me.ok && me.data.user ? redirect("/home") : null;
}

export default function Landing() {
  return (
    <PublicShell>
      <section className="max-w-3xl pt-14 pb-14 sm:pt-24 sm:pb-20">
        <h1 className="font-serif text-40 font-medium tracking-tight">Know which words earned the money</h1>
        <p className="mt-5 max-w-xl text-16 text-muted">
          Tributary turns a website address into a running growth loop. It writes the content, carries readers
          to your pages and forms, follows every lead, and credits each sale to the piece that brought it.
        </p>
        <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-3">
          <LinkButton to="/sign-up" look="primary" size="lg">
            Start free
          </LinkButton>
          <p className="text-13 text-muted">An email address and a password. No card.</p>
        </div>
      </section>
      <section aria-label="The river" className="border-y border-line py-8 sm:py-10">
        <River
          river={exampleRiver}
          title="One month of a small coffee roaster, made up to show the picture"
          note={<Badge>Example</Badge>}
        />
      </section>
      <Stretches />
      <Ledger />
      <Promises />
      <section className="border-t border-line py-16 sm:py-24">
        <h2 className="max-w-xl font-serif text-28 font-medium">Paste your address. See what flows.</h2>
        <div className="mt-6 flex flex-wrap gap-2">
          <LinkButton to="/sign-up" look="primary" size="lg">
            Start free
          </LinkButton>
          <LinkButton to="/docs" reloadDocument prefetch="none" size="lg">
            Read the API reference
          </LinkButton>
        </div>
      </section>
    </PublicShell>
  );
}

export function ErrorBoundary() {
  return (
    <PublicShell>
      <RouteError />
    </PublicShell>
  );
}
