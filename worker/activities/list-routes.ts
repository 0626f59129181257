import * as z from "zod";
import type { Context } from "../kernel/context";
import { idOf, route, wireTime } from "../kernel/contract";
import { Invalid } from "../kernel/errors";
import { decodeCursor, pageOf, pageQuery, toPage } from "../kernel/page";
import { getLead } from "../leads";
import { countOpen, leadsOf, listActivities, type ListOf, type Place } from "./queries";
import { activityToWire, activityWire } from "./wire";

const tag = "Activities";
const reading = { tag, access: "organization", permission: "leads:read" } as const;
const ofLead = z.object({ leadId: idOf("lead") });
const listAnswer = { status: 200, schema: pageOf(activityWire) } as const;
const state = z.enum(["open", "done"]).default("open");
const assignedTo = z
  .union([z.literal("me"), idOf("user")])
  .optional()
  .meta({ description: "A person, or `me`." });

const listOfLead = route(
  {
    ...reading,
    method: "get",
    path: "/v1/leads/{leadId}/activities",
    operation: "listLeadActivities",
    summary: "List the activities of a lead",
    description: "What is open, first due first; or what is done, last done first.",
    params: ofLead,
    query: pageQuery.extend({ state }),
    answer: listAnswer,
    budget: { read: 300, written: 4 },
  },
  async (ctx, { params: { leadId }, query: { cursor, limit, state } }) => {
    await getLead(ctx, leadId);
    return await pageOfActivities(ctx, { state, leadId }, cursor, limit);
  },
);

const list = route(
  {
    ...reading,
    method: "get",
    path: "/v1/activities",
    operation: "listActivities",
    summary: "List activities",
    description:
      "What is open, first due first, what has no day last; or what is done, last done first. `from` and `to` are times of it. Where leads were deleted, a page may be short and still have a nextCursor.",
    query: pageQuery.extend({ state, assignedTo, from: wireTime.optional(), to: wireTime.optional() }),
    answer: listAnswer,
    budget: { read: 400, written: 4 },
  },
  async (ctx, { query: { cursor, limit, state, assignedTo, from, to } }) =>
    await pageOfActivities(
      ctx,
      { state, ...whose(ctx, assignedTo), from: timeOf(from), to: timeOf(to) },
      cursor,
      limit,
    ),
);

const counts = z.number().int();
const count = route(
  {
    ...reading,
    method: "get",
    path: "/v1/activity-counts",
    operation: "countActivities",
    summary: "Count what is to do",
    description: "Each up to 300. `dayEnd`: when today is over where you are.",
    query: z.strictObject({ assignedTo, dayEnd: wireTime }),
    answer: { status: 200, schema: z.strictObject({ overdue: counts, today: counts, coming: counts }) },
    budget: { read: 2000, written: 4 },
  },
  async (ctx, { query }) => {
    const who = whose(ctx, query.assignedTo);
    const [now, dayEnd] = [ctx.now(), Date.parse(query.dayEnd)];
    const [overdue, today, coming] = await Promise.all([
      countOpen(ctx, { ...who, to: now }),
      countOpen(ctx, { ...who, from: now, to: dayEnd }),
      countOpen(ctx, { ...who, from: Math.max(now, dayEnd) }),
    ]);
    return { overdue, today, coming };
  },
);

export const listsOfActivities = [listOfLead, list, count];

async function pageOfActivities(ctx: Context, of: ListOf, cursor: string | undefined, limit: number) {
  const rows = await listActivities(ctx, of, placeOf(cursor), limit);
  const leads = await leadsOf(ctx, rows.slice(0, limit));
  const page = toPage(
    rows,
    limit,
    ({ at, id }) => [at, id],
    (row) => row,
  );
  return {
    ...page,
    data: page.data.flatMap((row) => {
      const lead = leads.get(row.leadId);
      return lead ? [activityToWire(ctx, row, lead)] : [];
    }),
  };
}

function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [at, id] = decodeCursor(cursor, 2);
  if (typeof at === "number" && typeof id === "string") return { at, id };
  throw Invalid.field("/cursor", "invalid_cursor", "This cursor is of another list.");
}

function whose(ctx: Context, who: z.output<typeof assignedTo>): Pick<ListOf, "assignedTo"> {
  if (who === undefined) return {};
  if (who !== "me") return { assignedTo: who };
  if (ctx.actor.kind === "user") return { assignedTo: ctx.actor.id };
  throw Invalid.field("/assignedTo", "no_person", "A key is nobody: name a person.");
}

function timeOf(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Date.parse(value);
}
