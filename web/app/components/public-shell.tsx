import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { SkipLink } from "~/frame/skip-link";
import { LinkButton } from "./ui/link-button";
import { Wordmark } from "./wordmark";

/** Around what anybody may see: marketing and errors. */
export function PublicShell({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex w-full max-w-6xl items-center justify-between gap-4 px-4 py-4 sm:px-8">
        <Link to="/" className="touch rounded-4" aria-label="Tributary, home">
          <Wordmark />
        </Link>
        <nav aria-label="Main" className="flex items-center gap-1 sm:gap-2">
          <LinkButton to="/docs" reloadDocument prefetch="none" look="quiet" className="max-sm:hidden">
            API
          </LinkButton>
          <LinkButton to="/sign-in" look="quiet">
            Sign in
          </LinkButton>
          <LinkButton to="/sign-up" look="secondary">
            Start free
          </LinkButton>
        </nav>
      </header>
      <main id="page" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-4 sm:px-8">
        {children}
      </main>
      <PublicFooter />
    </div>
  );
}

function PublicFooter() {
  return (
    <footer className="mx-auto w-full max-w-6xl px-4 text-13 text-muted sm:px-8">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-t border-line py-8">
        <p>Tributary shows which words earned the money.</p>
        <nav aria-label="More" className="flex flex-wrap gap-x-6 gap-y-2">
          <a href="/docs" className="touch hover:text-ink">
            API reference
          </a>
          <Link to="/sign-in" prefetch="intent" className="touch hover:text-ink">
            Sign in
          </Link>
        </nav>
      </div>
    </footer>
  );
}
