import { getTableColumns, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { bulkActionLeads } from "../../../db/schema/cell/lead-work";
import { leads } from "../../../db/schema/cell/leads";
import type { Context } from "../../kernel/context";
import type { FactDraft } from "../../kernel/drafts";
import { type Step } from "../../kernel/write";
import { type BulkAction } from "./bulk";
import { assignedFact } from "../assigned-fact";
import { aspectsOfKind, type Change, fromLot } from "./bulk-change";
import { moveOutSteps } from "../deletion/deletion";
import { type Lead, leadIdsIn } from "../queries";
import { withUpkeep } from "../upkeep";

export type Changed = { lead: Lead; set: NonNullable<ReturnType<Change>> };

/** The same as where one lead is handed over: what is still to be done about each goes along. */
export function handedOver(
  { id, kind }: BulkAction,
  changed: Changed[],
  asker: Id<"user"> | null,
): FactDraft[] {
  if (kind !== "assignee") return [];
  return changed.flatMap(({ lead, set }) =>
    assignedFact(lead, set.assignedTo, { data: { bulkActionId: id }, actorId: asker }),
  );
}

export function changeSteps(ctx: Context, action: BulkAction, changed: Changed[]): Step[] {
  const names = [...new Set(changed.flatMap(({ set }) => Object.keys(set)))];
  if (names.length === 0) return [];
  const columns = getTableColumns(leads);
  const lot = JSON.stringify(Object.fromEntries(changed.map(({ lead, set }) => [lead.id, set])));
  const set = Object.fromEntries(
    // safe: a change sets columns of a lead
    names.map((name) => [
      name,
      fromLot(lot, name, columns[name as keyof typeof columns].dataType === "json"),
    ]),
  );
  const ids = changed.map(({ lead }) => lead.id);
  // safe: only what is set was taken, and only columns are set
  const before = changed.map(({ lead }) => ({
    id: lead.id,
    before: Object.fromEntries(names.map((name) => [name, lead[name as keyof Lead]])),
  }));
  const update = ctx.db
    .update(leads)
    .set({ ...set, updatedAt: ctx.now() })
    .where(leadIdsIn(ctx, ids));
  return [...keepSteps(ctx, action, before), ...withUpkeep(ctx, ids, [update], aspectsOfKind[action.kind])];
}

export function deleteSteps(ctx: Context, action: BulkAction, found: Lead[]): Step[] {
  if (found.length === 0) return [];
  return [
    ...keepSteps(
      ctx,
      action,
      found.map(({ id }) => ({ id, before: null })),
    ),
    ...moveOutSteps(
      ctx,
      found.map(({ id }) => id),
      undefined,
      action.requestedBy,
    ),
  ];
}

function keepSteps(ctx: Context, { id }: BulkAction, before: { id: string; before: unknown }[]): Step[] {
  return [
    ctx.db
      .insert(bulkActionLeads)
      .select(
        sql`select null, ${ctx.organization.id}, ${id}, value ->> 'id', value -> 'before'
        from json_each(${JSON.stringify(before)}) where true`,
      )
      .onConflictDoNothing(),
  ];
}
