import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { enter } from "~/frame/frame.server";
import { changesOfLeads } from "~/leads/changes-of-leads";
import { useLoadedHouse } from "~/leads/house";
import { LeadsScreen } from "~/leads/leads-screen";
import { rowsOf } from "~/leads/rows.server";
import { openedFirst, stateOf } from "~/leads/views/address";
import { textOfAsked } from "~/leads/views/asked";
import { actOnView, viewsOf } from "~/leads/views/views.server";
import { title } from "~/titles";

export const meta = () => title("Leads");
export const handle = { hears: [...changesOfLeads, "lead.scored", "activity", "conversation", "conversion"] };

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const firstView = frame.user.preferences.leadViews[organization.id] ?? "";
  const searchParams = openedFirst(new URL(args.request.url).searchParams, firstView);
  const views = await viewsOf(api, frame.user.id);
  const view = views.find(({ id }) => id === searchParams.get("view")) ?? null;
  const asked = { ...stateOf(searchParams, view), q: searchParams.get("q")?.trim() ?? "", closed: [] };
  const home = `/o/${organization.slug}`;
  return {
    organizationId: organization.id,
    base: `${home}/leads`,
    formsTo: frame.permissions.includes("forms:write") ? `${home}/forms` : undefined,
    views,
    firstView,
    first: await rowsOf(api, asked, null),
    firstOf: textOfAsked(asked),
  };
}

/** Another question is answered with rows alone: the page around them is here already. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isOnlyAsking = (formMethod ?? "GET") === "GET" && currentUrl.pathname === nextUrl.pathname;
  if (isOnlyAsking && currentUrl.search !== nextUrl.search) return false;
  return defaultShouldRevalidate;
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const answer = await actOnView(api, formData, {
    leadsTo: `/o/${organization.slug}/leads`,
    organizationId: organization.id,
  });
  if (!answer) throw data(null, { status: 400 });
  return answer;
}

export default function Leads() {
  return <LeadsScreen {...useLoaderData<typeof loader>()} {...useLoadedHouse()} panel={<Outlet />} />;
}
