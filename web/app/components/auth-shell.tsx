import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { PendingBar } from "~/frame/pending";
import { RouteAnnouncer } from "~/frame/route-announcer";
import { Wordmark } from "./wordmark";

type AuthShellProps = { title: string; about?: ReactNode; children: ReactNode; foot?: ReactNode };

/** One thing to do, in the middle of a calm page. */
export function AuthShell({ title, about, children, foot }: AuthShellProps) {
  return (
    <div className="flex min-h-dvh flex-col px-4">
      <PendingBar />
      <RouteAnnouncer />
      <header className="mx-auto w-full max-w-96 pt-8 sm:pt-16">
        <Link to="/" className="touch inline-block rounded-4" aria-label="Tributary, home">
          <Wordmark />
        </Link>
      </header>
      <main id="page" tabIndex={-1} className="mx-auto w-full max-w-96 flex-1 pt-10 pb-12">
        <h1 className="font-serif text-28 font-medium">{title}</h1>
        {about && <div className="mt-2 text-muted">{about}</div>}
        <div className="mt-6">{children}</div>
        {foot && <div className="mt-8 border-t border-line pt-5 text-muted">{foot}</div>}
      </main>
    </div>
  );
}
