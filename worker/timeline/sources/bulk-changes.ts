import { type SQL, sql } from "drizzle-orm";
import { type Id, parseId } from "../../../db/ids";
import type { Context } from "../../kernel/context";
import { type Asked, type Entry, idBefore, type Kind, type Names, type Source } from "../entry";
import { countRows } from "../rows";

type Row = { id: Id<"bulkAction">; change: string; before: string; actorId: string | null };
type Change = { kind?: string; stageId?: string; key?: string };

const kindOfChange: Record<string, Kind> = {
  stage: "stage",
  tags: "lead",
  field: "lead",
};

/** What was changed together with other leads and writes no fact for each (a new owner does). What was undone did not happen. */
export const bulkChanges: Source = {
  kinds: ["stage", "lead"],

  async read(ctx, { before, limit, ...asked }) {
    const earlier = before
      ? sql`and one.bulk_action_id < ${idBefore("bulkAction", ctx.organization.cell, before)}`
      : sql``;
    const rows = await ctx.db
      .all<Row>(sql`select many.id, many.change, one.before, many.requested_by as actorId,
        max(one.lead_id = ${asked.leadId}) as isItsOwn
      from ${changes} where ${ofLeads(ctx, asked)} ${earlier} ${onceEach} order by one.bulk_action_id desc limit ${limit}`);
    return rows.map(entryOf);
  },

  async count(ctx, asked) {
    return await countRows(ctx, { from: changes, where: sql`${ofLeads(ctx, asked)} ${onceEach}` });
  },
};

const changes = sql`bulk_action_leads as one join bulk_actions as many on many.id = one.bulk_action_id`;

/** Also where it and one that it has taken up were among them: then its own before is told (SQLite takes it with the max). */
const onceEach = sql`group by one.bulk_action_id`;

function ofLeads(ctx: Context, { leadIds, kinds }: Pick<Asked, "leadIds" | "kinds">): SQL {
  const asked = Object.keys(kindOfChange).filter((name) => kinds.has(kindOfChange[name] as Kind)); // safe: its own keys
  return sql`one.organization_id = ${ctx.organization.id} and one.lead_id in (select value from json_each(${JSON.stringify(leadIds)}))
    and one.before is not null
    and many.kind in (select value from json_each(${JSON.stringify(asked)}))
    and many.status not in ('undoing', 'undone')`;
}

function entryOf({ id, change: changed, before, actorId }: Row): Entry {
  const change = JSON.parse(changed) as Change; // safe: the columns are written as objects
  const was = JSON.parse(before) as Record<string, unknown>; // safe: see above
  const kind = kindOfChange[change.kind ?? ""] ?? "lead";
  return {
    id,
    at: parseId(id)?.time ?? 0,
    kind,
    title: (names) => `${titleOf(change, was, names)}, together with others`,
    data: { bulkActionId: id, change: change.kind },
    actorId,
  };
}

function titleOf(change: Change, was: Record<string, unknown>, names: Names): string {
  if (change.kind === "stage")
    return `Moved from ${names.stage(was["stageId"])} to ${names.stage(change.stageId)}`;
  return change.kind === "tags" ? "Changed tags" : `Changed ${change.key ?? "a field"}`;
}
