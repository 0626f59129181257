import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { calendarOf } from "~/calendar/calendar.server";
import { CalendarView } from "~/calendar/calendar-view";
import { moveOnCalendar, spreadBundle } from "~/calendar/move.server";
import { enter } from "~/frame/frame.server";
import { localeOf } from "~/locale.server";
import { title } from "~/titles";

export const meta = () => title("Calendar");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const base = `/o/${organization.slug}`;
  return {
    ...(await calendarOf(api, args.request, localeOf(args.request, frame.user.timezone))),
    mayMove: frame.permissions.includes("content:publish"),
    piecesTo: `${base}/pieces`,
    freeTo: `${base}/calendar/free-times`,
    planFrom: `${base}/calendar/spread`,
    bundlesTo: `${base}/bundles`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const formData = await args.request.formData();
  if (formData.get("intent") === "move") return moveOnCalendar(api, args.request, formData);
  if (formData.get("intent") === "spread") return spreadBundle(api, args.request, formData);
  throw data(null, { status: 400 });
}

export default function Calendar() {
  return <CalendarView {...useLoaderData<typeof loader>()} />;
}
