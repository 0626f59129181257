import type { Id } from "../../../db/ids";
import type { CustomValues } from "../../../db/schema/cell/leads";
import type { Context } from "../../kernel/context";
import { changedKeys } from "../capture";
import { isClosed } from "../create";
import type { House, JudgedRow, Said } from "./judge-rows";
import { columnsOfStage } from "../move";
import { emailKey, matchKeyOf, nameKeyOf, phoneKey, simplify } from "../pure/match";
import { positionOnTop } from "../pure/position";
import type { Duplicates, Target } from "../pure/row-outcomes";
import type { Lead, LeadDraft } from "../queries";

export type ImportRules = {
  duplicates: Duplicates;
  stageId: Id<"leadStage"> | null;
  sourceId: Id<"leadSource"> | null;
  assignedTo: Id<"user"> | null;
  tagIds: string[];
  /** Who asked for it. */
  by: string | null;
};

/** What names in the rows stand for here. */
export type Found = {
  tags: ReadonlyMap<string, Id<"leadTag">>;
  sources: ReadonlyMap<string, Id<"leadSource"> | null>;
  /** By the rows of a target. */
  companies: ReadonlyMap<readonly JudgedRow[], Id<"company"> | null>;
};

/** A new lead as one or several rows say it. The first row of a lot stands on top of its stage. */
export function draftOf(
  ctx: Context,
  { stages }: House,
  { rows, isDouble }: Target<JudgedRow, Lead>,
  rules: ImportRules,
  found: Found,
  place: number,
): LeadDraft {
  const now = ctx.now();
  const columns = columnsOf(rows, found);
  const stage =
    rows.findLast(({ stageOf }) => stageOf)?.stageOf ??
    stages.find(({ id, isDefault }) => (rules.stageId ? id === rules.stageId : isDefault)) ??
    stages[0];
  if (!stage) throw new Error("An organization has stages.");
  const assignedTo = rows.findLast((row) => row.assignedTo)?.assignedTo ?? rules.assignedTo;
  const known = { ...columns, email: columns.email ?? null, phone: columns.phone ?? null };
  return {
    ...columns,
    id: ctx.newId("lead", ctx.organization.cell),
    organizationId: ctx.organization.id,
    isListed: true,
    matchKey: isDouble ? null : matchKeyOf(known),
    phoneKey: phoneKey(columns.phone),
    nameKey: nameKeyOf(columns),
    sourceId: columns.sourceId ?? rules.sourceId,
    tags: [...new Set([...rules.tagIds, ...(columns.tags ?? [])])],
    assignedTo,
    assignedAt: assignedTo ? now : null,
    stageId: stage.id,
    status: stage.status,
    stageSince: now,
    closedAt: isClosed(stage.status) ? now : null,
    convertedToCustomer: stage.status === "closed_won",
    convertedAt: stage.status === "closed_won" ? now : null,
    position: positionOnTop(now - place, ctx.random(6)),
    lastActivityAt: now,
    createdBy: rules.by,
    createdAt: now,
    updatedAt: now,
  };
}

/** What rows change of a lead that is there; null where it says all that already. */
export function setOf(
  ctx: Context,
  lead: Lead,
  rows: readonly JudgedRow[],
  rules: ImportRules,
  found: Found,
): Partial<LeadDraft> | null {
  const { email, customFields, tags = [], ...said } = columnsOf(rows, found);
  const stage = rows.findLast(({ stageOf }) => stageOf)?.stageOf;
  const assignedTo = rows.findLast((row) => row.assignedTo)?.assignedTo;
  const columns: Partial<LeadDraft> = {
    ...said,
    // The same mailbox, written in another way, is no news.
    ...(email && emailKey(email) !== emailKey(lead.email) ? { email } : {}),
    customFields: { ...lead.customFields, ...customFields },
    tags: [...new Set([...lead.tags, ...rules.tagIds, ...tags])],
    address: { ...lead.address, ...said.address },
    ...(stage && stage.id !== lead.stageId ? columnsOfStage(ctx, lead, stage, undefined) : {}),
    ...(assignedTo && assignedTo !== lead.assignedTo ? { assignedTo, assignedAt: ctx.now() } : {}),
  };
  const names = Object.keys(columns) as (keyof Lead)[]; // safe: the keys of a draft are columns
  const news = names.filter((name) => JSON.stringify(lead[name]) !== JSON.stringify(columns[name]));
  if (news.length === 0) return null;
  const set = Object.fromEntries(news.map((name) => [name, columns[name]]));
  return { ...set, ...changedKeys(lead, { ...lead, ...set }), updatedAt: ctx.now() };
}

function columnsOf(rows: readonly JudgedRow[], { tags, sources, companies }: Found): Partial<LeadDraft> {
  const said = Object.assign({}, ...rows.map((row) => row.said)) as Said; // safe: later rows say it anew
  const custom = Object.entries(Object.assign({}, ...rows.map((row) => row.custom)));
  const { value, nextFollowUpAt, lastContactedAt, ...plain } = said;
  const companyId = companies.get(rows);
  const source = rows.findLast((row) => row.source !== "")?.source;
  const sourceId = source ? (sources.get(simplify(source)) ?? null) : null;
  const tagIds = rows.flatMap((row) => row.tags.flatMap((name) => tags.get(simplify(name)) ?? []));
  return {
    ...given(plain),
    ...(value ? { predictedValue: value.amount, valueCurrency: value.currency } : {}),
    ...(nextFollowUpAt ? { nextFollowUpAt: Date.parse(nextFollowUpAt) } : {}),
    ...(lastContactedAt ? { lastContactedAt: Date.parse(lastContactedAt) } : {}),
    ...(custom.length > 0
      ? { customFields: Object.fromEntries(custom.filter(([, each]) => each !== null)) as CustomValues } // safe: checked by their fields
      : {}),
    ...(companyId ? { companyId } : {}),
    ...(sourceId ? { sourceId } : {}),
    ...(tagIds.length > 0 ? { tags: [...new Set(tagIds)] } : {}),
  };
}

function given<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const said = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(said) as { [K in keyof T]?: Exclude<T[K], undefined> }; // safe: only what is undefined was left out
}
