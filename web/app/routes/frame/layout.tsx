import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { connect } from "~/api.server";
import { PublicShell } from "~/components/public-shell";
import { RouteError } from "~/components/route-error";
import { Frame } from "~/frame/frame";
import { frameOf } from "~/frame/frame.server";
import { WritingBanner } from "~/frame/writing-banner";
import { writingStop } from "~/frame/writing.server";
import { useLive } from "~/live/use-live";
import { LocaleContext } from "~/locale";
import { localeOf } from "~/locale.server";
import { titleOfError } from "~/titles";

export const meta = titleOfError;

export async function loader(args: LoaderFunctionArgs) {
  const [{ user, ...rest }, stop] = await Promise.all([frameOf(args), writingStop(connect(args))]);
  const { id, email, name, avatarUrl, platformRole } = user;
  return {
    frame: { ...rest, user: { id, email, name, avatarUrl, platformRole } },
    locale: localeOf(args.request, user.timezone),
    stopReason: stop?.reason ?? null,
  };
}

export default function FrameLayout() {
  const { frame, locale, stopReason } = useLoaderData<typeof loader>();
  useLive(frame.organization?.status === "active" ? frame.organization : null);
  return (
    <LocaleContext.Provider value={locale}>
      <Frame data={frame} banner={stopReason && <WritingBanner reason={stopReason} />}>
        <Outlet />
      </Frame>
    </LocaleContext.Provider>
  );
}

export function ErrorBoundary() {
  return (
    <PublicShell>
      <RouteError home="/home" />
    </PublicShell>
  );
}
