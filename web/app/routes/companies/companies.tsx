import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { companyLineOf } from "~/companies/company.server";
import { CompaniesView } from "~/companies/companies-view";
import { Pagination } from "~/components/ui/pagination";
import { enter } from "~/frame/frame.server";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";

export const meta = () => title("Companies");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const q = new URL(args.request.url).searchParams.get("q")?.trim().slice(0, 100) ?? "";
  const query = { limit: 50, ...pageQueryOf(args.request), ...(q ? { q } : {}) };
  const { data, nextCursor } = await api.read(api.client.GET("/v1/companies", { params: { query } }));
  return {
    companies: data.map(companyLineOf),
    nextCursor,
    q,
    mayWrite: frame.permissions.includes("leads:write"),
    base: `/o/${organization.slug}/companies`,
  };
}

export default function Companies() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return (
    <CompaniesView
      {...rest}
      pages={<Pagination nextCursor={nextCursor} what="companies" />}
      panel={<Outlet />}
    />
  );
}
