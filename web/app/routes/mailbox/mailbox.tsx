import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { connect } from "~/api.server";
import { PublicShell } from "~/components/public-shell";
import { RouteError } from "~/components/route-error";
import { Pagination } from "~/components/ui/pagination";
import { TooltipProvider } from "~/components/ui/tooltip";
import { MailboxView } from "~/mailbox/mailbox-view";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";

export const meta = () => title("Mailbox");

/** Only where the API keeps mail instead of sending it; elsewhere there is no such page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const api = connect({ request, context });
  const { mailId } = params;
  const [mails, open] = await Promise.all([
    api.read(api.client.GET("/v1/mailbox", { params: { query: pageQueryOf(request) } })),
    mailId ? api.read(api.client.GET("/v1/mailbox/{mailId}", { params: { path: { mailId } } })) : undefined,
  ]);
  return { mails: mails.data, open, nextCursor: mails.nextCursor };
}

export default function Mailbox() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return (
    <PublicShell>
      <TooltipProvider delayDuration={400}>
        <MailboxView {...rest} pages={<Pagination nextCursor={nextCursor} what="the mailbox" />} />
      </TooltipProvider>
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
