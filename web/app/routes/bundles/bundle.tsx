import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { type ShouldRevalidateFunctionArgs, useLoaderData, useSearchParams } from "@remix-run/react";
import { headOf, piecesOf, progressOf, readBusinesses } from "~/bundles/bundle.server";
import { actOnBundle } from "~/bundles/bundle-actions.server";
import { BundleView } from "~/bundles/bundle-view";
import { useBundleLive } from "~/bundles/use-bundle-live";
import { enter } from "~/frame/frame.server";
import { title } from "~/titles";

export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  title(page?.bundle.name ?? "Bundle");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const bundleId = args.params["bundleId"] ?? "";
  const path = { bundleId };
  const [bundle, pieces, businesses] = await Promise.all([
    api.read(api.client.GET("/v1/bundles/{bundleId}", { params: { path } })),
    piecesOf(api, bundleId),
    readBusinesses(api),
  ]);
  return {
    organizationId: organization.id,
    home: `/o/${organization.slug}`,
    bundle: headOf(bundle, businesses),
    progress: progressOf(bundle),
    pieces,
    mayWrite: frame.permissions.includes("content:write"),
    mayApprove: frame.permissions.includes("content:approve"),
    mayPublish: frame.permissions.includes("content:publish"),
  };
}

/** A filter shows other rows of what is here already. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isFilter = !formMethod || formMethod === "GET";
  if (isFilter && currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search)
    return false;
  return defaultShouldRevalidate;
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const bundleId = args.params["bundleId"] ?? "";
  const formData = await args.request.formData();
  const to = `/o/${organization.slug}/bundles/${bundleId}`;
  const answer = await actOnBundle({ api, bundleId, formData, to });
  if (!answer) throw data(null, { status: 400 });
  return answer;
}

export default function Bundle() {
  const page = useLoaderData<typeof loader>();
  return <LiveBundle key={page.bundle.id} {...page} />;
}

function LiveBundle({
  organizationId,
  pieces,
  progress,
  ...rest
}: ReturnType<typeof useLoaderData<typeof loader>>) {
  const [search] = useSearchParams();
  const store = useBundleLive({ organizationId, bundleId: rest.bundle.id, pieces, progress });
  const filters = { kind: search.get("kind") ?? "", status: search.get("status") ?? "" };
  return <BundleView {...rest} store={store} filters={filters} />;
}
