import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { textOf } from "~/form/form-data";
import { enter } from "~/frame/frame.server";
import { archiveOrRestore, repoint } from "~/links/change.server";
import { whichLinksOf } from "~/links/link";
import { LinksView } from "~/links/links-view";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";
import { businessOf } from "~/topics/business.server";

export const meta = () => title("Links");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const { state, q } = whichLinksOf(args.request);
  const query = { ...pageQueryOf(args.request), state, q };
  const [links, { business }] = await Promise.all([
    api.read(api.client.GET("/v1/links", { params: { query } })),
    businessOf(api, args.request),
  ]);
  return {
    links: links.data,
    nextCursor: links.nextCursor,
    state,
    q,
    mayWrite: frame.permissions.includes("links:write"),
    hasBusiness: business !== null,
    createTo: `/o/${organization.slug}/links/new`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const formData = await args.request.formData();
  const intent = textOf(formData, "intent");
  if (intent === "archive" || intent === "restore") return archiveOrRestore(api, args.request, formData);
  if (intent.startsWith("repoint-")) return repoint(api, args.request, formData);
  throw data(null, { status: 400 });
}

export default function Links() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return (
    <LinksView {...rest} pages={<Pagination nextCursor={nextCursor} what="links" />} panel={<Outlet />} />
  );
}
