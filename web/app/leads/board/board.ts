import type { LeadLine, Money, Stage } from "../lead";

/** A stage with the leads that stand in it, as far as they were read. */
export type Column = {
  stage: Stage;
  count: number;
  values: Money[];
  leads: LeadLine[];
  nextCursor: string | null;
};

/** A lead on its way: to a stage, and above whom; nobody is the end of the column. */
export type Move = { id: string; stageId: string; beforeId: string | null; reason?: string };

/** The board as if what is on its way had arrived. */
export function withMoves(columns: readonly Column[], moves: readonly Move[]): Column[] {
  return moves.reduce((board, move) => moved(board, move), [...columns]);
}

function moved(columns: Column[], { id, stageId, beforeId }: Move): Column[] {
  const from = columns.find(({ leads }) => leads.some((lead) => lead.id === id));
  const lead = from?.leads.find((each) => each.id === id);
  const to = columns.find(({ stage }) => stage.id === stageId);
  if (!from || !lead || !to) return columns;
  const isStaying = from.stage.id === stageId;
  const arrived = { ...lead, stageId, status: to.stage.status };
  return columns.map((column) => {
    const without = column === from ? left(column, lead, isStaying) : column;
    return column === to ? joined(without, arrived, beforeId, isStaying) : without;
  });
}

function left(column: Column, lead: LeadLine, isStaying: boolean): Column {
  const leads = column.leads.filter(({ id }) => id !== lead.id);
  if (isStaying) return { ...column, leads };
  return { ...column, leads, count: column.count - 1, values: added(column.values, lead.value, -1) };
}

function joined(column: Column, lead: LeadLine, beforeId: string | null, isStaying: boolean): Column {
  const place = column.leads.findIndex(({ id }) => id === beforeId);
  const end = place < 0 ? column.leads.length : place;
  const leads = column.leads.toSpliced(end, 0, lead);
  if (isStaying) return { ...column, leads };
  return { ...column, leads, count: column.count + 1, values: added(column.values, lead.value, 1) };
}

function added(values: readonly Money[], value: Money | null, sign: 1 | -1): Money[] {
  if (!value) return [...values];
  const has = values.some(({ currency }) => currency === value.currency);
  const all = has ? values : [...values, { amount: 0, currency: value.currency }];
  return all.map((each) =>
    each.currency === value.currency ? { ...each, amount: each.amount + sign * value.amount } : each,
  );
}

/** Who stands right below and right above that place, of those that were read: what the API is told. */
export function neighboursOf(columns: readonly Column[], { id, stageId, beforeId }: Move) {
  const leads =
    columns.find(({ stage }) => stage.id === stageId)?.leads.filter((lead) => lead.id !== id) ?? [];
  const place = beforeId === null ? leads.length : leads.findIndex((lead) => lead.id === beforeId);
  const above = leads[(place < 0 ? leads.length : place) - 1];
  return { beforeId, afterId: above?.id ?? null };
}
