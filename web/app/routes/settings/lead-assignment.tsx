import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { AssignmentView } from "~/assignment/assignment-view";
import { peopleOf, rulesOf } from "~/assignment/assignment.server";
import { Pagination } from "~/components/ui/pagination";
import { enter } from "~/frame/frame.server";
import { askableFields, houseOf } from "~/leads/house.server";
import { redirectWithNotice } from "~/notices.server";
import { pageQueryOf } from "~/page-query";
import { useOrder } from "~/sorting/use-order";
import { title } from "~/titles";
import { countOf } from "~/words/format";

export const meta = () => title("Assignment");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const house = await houseOf(api, frame);
  const [rules, people, fields, availability] = await Promise.all([
    rulesOf(api),
    peopleOf(api),
    askableFields(api, house, frame),
    api.read(api.client.GET("/v1/lead-availability", { params: { query: pageQueryOf(args.request) } })),
  ]);
  return {
    rules,
    fields,
    ...people,
    people: availability.data,
    nextCursor: availability.nextCursor,
    mayConfigure: house.mayConfigure,
    mayAssign: house.mayAssign,
    meId: frame.user.id,
    base: `/o/${organization.slug}/settings/lead-assignment`,
    orderTo: `/o/${organization.slug}/settings/order`,
  };
}

/** Opening a panel reads nothing anew; what is done in one, and what is heard, does. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  const { currentUrl, nextUrl, formMethod, defaultShouldRevalidate } = args;
  const isSamePage = currentUrl.search === nextUrl.search && currentUrl.pathname !== nextUrl.pathname;
  return isSamePage && formMethod === undefined ? false : defaultShouldRevalidate;
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  if (formData.get("intent") !== "sweep") throw data(null, { status: 400 });
  const outcome = await api.attempt(api.client.POST("/v1/assignment-sweeps", { body: {} }));
  const to = `/o/${organization.slug}/settings/lead-assignment`;
  if (!outcome.ok) return redirectWithNotice(to, { message: outcome.problem.detail, tone: "failed" });
  const { count } = outcome.data;
  const message =
    count === 0 ? "Every open lead is somebody’s." : `${countOf(count, "lead")} will be handed out.`;
  return redirectWithNotice(to, { message });
}

export default function LeadAssignment() {
  const { nextCursor, orderTo, ...page } = useLoaderData<typeof loader>();
  const { shown, move } = useOrder(page.rules, { list: "assignment-rules", actTo: orderTo });
  return (
    <AssignmentView
      {...page}
      rules={shown}
      onMove={move}
      pages={<Pagination nextCursor={nextCursor} what="people" />}
      panel={<Outlet context={page} />}
    />
  );
}
