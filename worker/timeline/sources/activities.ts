import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { type Activity, wordsOf } from "../../activities";
import type { Context } from "../../kernel/context";
import type { Entry, Source } from "../entry";
import { countRows, newestRows } from "../rows";

type Row = Pick<
  Activity,
  "id" | "at" | "type" | "subject" | "description" | "outcome" | "durationMinutes" | "assignedTo"
>;

/** What was done; what is still to be done stands in the list of tasks. */
export const activities: Source = {
  kinds: ["activity"],

  async read(ctx, { leadId, before, limit }) {
    const columns = sql`type, subject, description, outcome, duration_minutes as durationMinutes,
      assigned_to as assignedTo`;
    const query = { ...ofLead(ctx, leadId), columns, at: sql`at`, id: sql`id` };
    return (await newestRows<Row>(ctx, query, before, limit)).map((row) => entryOf(ctx, row));
  },

  async count(ctx, { leadId }) {
    return await countRows(ctx, ofLead(ctx, leadId));
  },
};

function ofLead(ctx: Context, leadId: Id<"lead">): { from: SQL; where: SQL } {
  return {
    from: sql`activities`,
    where: sql`organization_id = ${ctx.organization.id} and lead_id = ${leadId} and state = 'done'`,
  };
}

function entryOf(ctx: Context, { id, at, durationMinutes, assignedTo, ...row }: Row): Entry {
  const words = wordsOf(ctx, row);
  const label = row.type.replaceAll("_", " ");
  const what = words.subject || label.charAt(0).toUpperCase() + label.slice(1);
  return {
    id,
    at,
    kind: "activity",
    title: () => (words.outcome ? `${what} · ${words.outcome}` : what),
    data: { activityId: id, type: row.type, ...words, durationMinutes },
    actorId: assignedTo,
  };
}
