import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { bundleStatuses } from "~/bundles/bundle";
import { lineOf, readBusinesses } from "~/bundles/bundle.server";
import { BundlesView } from "~/bundles/bundles-view";
import { Pagination } from "~/components/ui/pagination";
import { enter } from "~/frame/frame.server";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";

export const meta = () => title("Bundles");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const filters = filtersOf(args.request);
  const query = {
    ...pageQueryOf(args.request),
    ...(filters.business && { businessId: filters.business }),
    ...statusQueryOf(filters.status),
  };
  const [bundles, businesses] = await Promise.all([
    api.read(api.client.GET("/v1/bundles", { params: { query } })),
    readBusinesses(api),
  ]);
  return {
    bundles: bundles.data.map((bundle) => lineOf(bundle, businesses)),
    nextCursor: bundles.nextCursor,
    businesses,
    filters,
    home: `/o/${organization.slug}`,
    mayWrite: frame.permissions.includes("content:write"),
  };
}

function filtersOf(request: Request) {
  const { searchParams } = new URL(request.url);
  return { business: searchParams.get("business") ?? "", status: searchParams.get("status") ?? "" };
}

/** Archived is no status of the API, but people look for it there. */
function statusQueryOf(asked: string) {
  if (asked === "archived") return { archived: "true" as const };
  const status = bundleStatuses.find((one) => one === asked);
  return status ? { status } : {};
}

export default function Bundles() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return <BundlesView {...rest} pages={<Pagination nextCursor={nextCursor} what="bundles" />} />;
}
