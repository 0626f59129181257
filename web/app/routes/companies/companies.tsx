import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { companyLineOf } from "~/companies/company.server";
import { CompaniesView, type CompanySort } from "~/companies/companies-view";
import { Pagination } from "~/components/ui/pagination";
import { enter } from "~/frame/frame.server";
import { pageQueryOf, searchedFor } from "~/page-query";
import { title } from "~/titles";
import { whoDid } from "~/who-did.server";

export const meta = () => title("Companies");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const params = new URL(args.request.url).searchParams;
  const q = searchedFor(params);
  const sort: CompanySort = params.get("sort") === "-leadCount" && !q ? "-leadCount" : "name";
  const query = { limit: 50, sort, ...pageQueryOf(args.request), ...(q ? { q } : {}) };
  const [{ data, nextCursor }, nameOfWho] = await Promise.all([
    api.read(api.client.GET("/v1/companies", { params: { query } })),
    whoDid(api),
  ]);
  return {
    companies: data.map((company) => companyLineOf(company, nameOfWho)),
    nextCursor,
    q,
    sort,
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
