import type { LinksFunction } from "@remix-run/cloudflare";
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";
import { useContext, useEffect, type ReactNode } from "react";
import interLatin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import { PublicShell } from "./components/public-shell";
import { RouteError } from "./components/route-error";
import { defaultLocale, LocaleContext } from "./locale";
import { NonceContext } from "./nonce";
import { useRoot } from "./root-data";
import stylesheet from "./styles/app.css?url";
import { titleOfError } from "./titles";
import { notify } from "./toasts/notify";

export { loader } from "./root.server";

export const links: LinksFunction = () => [
  { rel: "preload", href: interLatin, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: stylesheet },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "manifest", href: "/site.webmanifest" },
];

export const meta = titleOfError;

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const root = useRoot();
  const { theme, density } = root?.preferences ?? defaultPreferences;
  return (
    <html
      lang="en"
      className={theme === "system" ? undefined : theme}
      data-density={density}
      suppressHydrationWarning
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <ThemeColour theme={theme} />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleContext.Provider value={root?.locale ?? defaultLocale}>{children}</LocaleContext.Provider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

const defaultPreferences = { theme: "system", density: "comfortable" } as const;

export default function App() {
  const notice = useRoot()?.notice;
  useEffect(() => {
    if (notice) notify(notice);
  }, [notice]);
  return (
    <>
      {notice && (
        <noscript>
          <p role="status" className="bg-stream-soft px-4 py-2 text-center">
            {notice.message}
          </p>
        </noscript>
      )}
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  return (
    <PublicShell>
      <RouteError />
    </PublicShell>
  );
}

/** What the browser paints around the page; the same two papers as in tokens.css. */
function ThemeColour({ theme }: { theme: "system" | "light" | "dark" }) {
  if (theme === "light") return <meta name="theme-color" content="#fcfaf7" />;
  if (theme === "dark") return <meta name="theme-color" content="#171512" />;
  return (
    <>
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fcfaf7" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#171512" />
    </>
  );
}
