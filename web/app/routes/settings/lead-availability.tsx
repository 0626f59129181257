import { type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import type { output } from "zod";
import { zoneOptions } from "~/account/zones.server";
import { type Availability, minutesOf, weekdays } from "~/assignment/assignment";
import { AvailabilityPanel } from "~/assignment/availability-panel";
import { textOf } from "~/form/form-data";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { availabilitySchema } from "~/schemas/assignment";
import { title } from "~/titles";

export const meta = () => title("When somebody takes leads");

export async function loader(args: LoaderFunctionArgs) {
  const { api, organization } = await enter(args);
  const person = await read(api, args.params["userId"] ?? "");
  const closeTo = `/o/${organization.slug}/settings/lead-assignment`;
  return { person, zones: zoneOptions(person.timezone), closeTo };
}

type Api = Awaited<ReturnType<typeof enter>>["api"];

function read({ client, read: readAnswer }: Api, userId: string): Promise<Availability> {
  return readAnswer(client.GET("/v1/lead-availability/{userId}", { params: { path: { userId } } }));
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const params = { path: { userId: args.params["userId"] ?? "" } };
  const to = `/o/${organization.slug}/settings/lead-assignment`;
  const before = await read(api, params.path.userId);
  const change = (body: Partial<Pick<Availability, keyof typeof nothing>>) =>
    api.client.PATCH("/v1/lead-availability/{userId}", { params, body });
  if (formData.get("intent") === "be-here") {
    const [from, to_] = [textOf(formData, "from"), textOf(formData, "to")];
    const absences = before.absences.filter((each) => each.from !== from || each.to !== to_);
    const done = { message: `${before.name} is there on these days.` };
    return pressButton({ api, act: change({ absences }), to: `${to}/people/${before.userId}`, done });
  }
  const form = await submitForm({ api, formData, intent: "save", schema: availabilitySchema }, (value) =>
    change(changeOf(value, before)),
  );
  return form.ok
    ? redirectWithNotice(to, { message: `The hours of ${before.name} are saved.` })
    : form.answer;
}

const nothing = { takesLeads: true, capacity: null, timezone: "", hours: null, absences: [] };

function changeOf(value: output<typeof availabilitySchema>, before: Availability) {
  const { takesLeads, capacity, timezone, hasHours, from, to, awayFrom, awayTo } = value;
  const isAway = awayFrom !== undefined && awayTo !== undefined;
  return {
    takesLeads,
    timezone,
    capacity: capacity ?? null,
    hours: hasHours ? weekOf(from, to, before.hours) : null,
    absences: isAway ? [...before.absences, { from: awayFrom, to: awayTo }] : before.absences,
  };
}

/** The panel shows the first piece of a day; what a program gave besides stays. */
function weekOf(from: string[], to: string[], before: Availability["hours"]): Availability["hours"] {
  return weekdays.map((_, at) => {
    const [start, end] = [minutesOf(from[at] ?? ""), minutesOf(to[at] ?? "")];
    if (start === null || end === null || start >= end) return [];
    const more = (before?.[at] ?? []).slice(1).filter((piece) => piece.from >= end);
    return [{ from: start, to: end === 1439 ? 1440 : end }, ...more];
  });
}

export default function LeadAvailability() {
  const page = useLoaderData<typeof loader>();
  return <AvailabilityPanel key={`${page.person.userId} ${page.person.absences.length}`} {...page} />;
}
