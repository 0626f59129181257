import { sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import type { ImportedChange } from "../../../db/schema/cell/imports";
import { leads } from "../../../db/schema/cell/leads";
import { companiesFor, domainOf } from "../../companies";
import type { Context } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import type { FactDraft } from "../../kernel/drafts";
import { refuseWhen, type Step } from "../../kernel/write";
import { assignedFact } from "../assigned-fact";
import { changeMany, type LeadSet } from "../bulk/change-many";
import { draftOf, type Found, type ImportRules, setOf } from "./imported-lead";
import { insertMany } from "./insert-many";
import { houseOf, judgeRow, type JudgedRow, type ReadRow, type RowFault } from "./judge-rows";
import { type CustomFieldShape, missingValues } from "../pure/custom-values";
import { simplify } from "../pure/match";
import { type Duplicates, type Outcome, settleRows, type Target } from "../pure/row-outcomes";
import type { Lead, LeadDraft } from "../queries";
import { sourceNamed } from "../catalogue/sources";
import { tagsNamed } from "../catalogue/tags";
import { doublesIn, type UniqueValue, uniqueValues } from "../fields/unique-values";

export type RowVerdict = {
  row: JudgedRow;
  does: "create" | "update" | "skip" | "refuse";
  faults: RowFault[];
  known: Lead | null;
};

/** What a lot would do, with nothing written; `fields` are those that are there and those that are about to be made. */
export async function judgeRows(
  ctx: Context,
  rows: readonly ReadRow[],
  duplicates: Duplicates,
  fields: readonly CustomFieldShape[],
): Promise<RowVerdict[]> {
  return (await judge(ctx, rows, duplicates, fields)).verdicts;
}

export type Imported = {
  steps: Step[];
  facts: FactDraft[];
  created: Id<"lead">[];
  changed: ImportedChange[];
  counts: { created: number; updated: number; skipped: number; failed: number };
  refused: { row: number; faults: RowFault[] }[];
};

/**
 * A lot of rows as leads, for the caller's one batch: a handful of statements, however many rows. Where somebody else
 * makes one of these leads in between, the batch fails as a whole, and the lot is judged again.
 */
export async function importMany(
  ctx: Context,
  rows: readonly ReadRow[],
  rules: ImportRules,
  leadImportId: Id<"leadImport">,
): Promise<Imported> {
  const { verdicts, outcomes, house, unique } = await judge(ctx, rows, rules.duplicates);
  const found = await lookUp(ctx, verdicts, outcomes);
  const targets = [...new Set(outcomes.filter(({ does }) => does !== "skip").map(({ target }) => target))];
  const drafts = targets
    .filter(({ known }) => known === null)
    .map((target, place) => ({ target, draft: draftOf(ctx, house, target, rules, found, place) }));
  const sets: LeadSet[] = targets.flatMap(({ known: lead, rows: said }) => {
    const set = lead && setOf(ctx, lead, said, rules, found);
    return set ? [{ lead, set }] : [];
  });
  const changed = new Set(sets.map(({ lead }) => lead.id));
  const idOf = (target: Target<JudgedRow, Lead>) =>
    target.known?.id ?? drafts.find((each) => each.target === target)?.draft.id;
  return {
    steps: [
      ...guardUnique(ctx, unique, outcomes, idOf),
      ...insertMany(
        ctx,
        drafts.map(({ draft }) => draft),
      ),
      ...changeMany(ctx, sets),
    ],
    facts: [
      ...drafts.map(({ draft }) => createdFact(draft, rules)),
      ...handedOver(sets, rules, leadImportId),
    ],
    created: drafts.map(({ draft }) => draft.id),
    changed: sets.map(({ lead, set }) => ({
      id: lead.id,
      // safe: a set names columns of a lead
      before: Object.fromEntries(Object.keys(set).map((name) => [name, lead[name as keyof Lead]])),
      after: set,
    })),
    counts: countsOf(verdicts, outcomes, changed),
    refused: verdicts.flatMap(({ does, row: { row }, faults }) =>
      does === "refuse" ? [{ row, faults }] : [],
    ),
  };
}

function createdFact({ id, stageId, sourceId = null }: LeadDraft, { by }: ImportRules): FactDraft {
  return { type: "lead.created", subjectId: id, data: { stageId, sourceId }, actorId: by };
}

function handedOver(
  sets: readonly LeadSet[],
  { by }: ImportRules,
  leadImportId: Id<"leadImport">,
): FactDraft[] {
  return sets.flatMap(({ lead, set: { assignedTo } }) =>
    assignedFact(lead, assignedTo, { data: { leadImportId }, actorId: by }),
  );
}

type Judged = {
  verdicts: RowVerdict[];
  outcomes: Outcome<JudgedRow, Lead>[];
  house: Awaited<ReturnType<typeof houseOf>>;
  unique: UniqueValue[];
};

async function judge(
  ctx: Context,
  rows: readonly ReadRow[],
  duplicates: Duplicates,
  fields?: readonly CustomFieldShape[],
): Promise<Judged> {
  const house = await houseOf(ctx);
  const judged = rows.map((row) => judgeRow(house, row, fields));
  const sound = judged.filter(({ faults }) => faults.length === 0);
  const people = await findPeople(ctx, sound);
  const unique = await uniqueValues(ctx, house.fields, sound);
  const faultsOf = new Map<JudgedRow, RowFault[]>();
  const settle = () =>
    settleRows(
      sound.filter((row) => !faultsOf.has(row)),
      people,
      duplicates,
    );
  for (const { row, does, target } of settle()) {
    const faults = does === "create" ? missing(house, target) : [];
    if (faults.length > 0) faultsOf.set(row, faults);
  }
  for (const [row, faults] of doublesIn(settle(), unique)) faultsOf.set(row, faults);
  const outcomes = settle();
  const byRow = new Map(outcomes.map((outcome) => [outcome.row, outcome]));
  const verdicts = judged.map((row): RowVerdict => {
    const outcome = byRow.get(row);
    const faults = [...row.faults, ...(faultsOf.get(row) ?? [])];
    return { row, does: outcome?.does ?? "refuse", faults, known: outcome?.target.known ?? null };
  });
  return { verdicts, outcomes, house, unique };
}

function missing({ fields }: Judged["house"], { rows }: Target<JudgedRow, Lead>): RowFault[] {
  const values = Object.assign({}, ...rows.map(({ custom }) => custom)) as Record<string, unknown>; // safe: values by key
  return missingValues(fields, values, "").map(({ pointer, detail }) => ({
    field: `custom${pointer.replace("/", ".")}`,
    detail,
  }));
}

/** Everybody whom a lot may be about, by the two things that people are found by. */
async function findPeople(ctx: Context, rows: readonly JudgedRow[]): Promise<Lead[]> {
  const phones = [...new Set(rows.flatMap(({ phone }) => phone ?? []))];
  const keys = new Set(rows.flatMap(({ matchKey }) => matchKey ?? []));
  for (const phone of phones) keys.add(`p:${phone}`);
  const here = sql`leads.organization_id = ${ctx.organization.id}`;
  const [byMatch, byPhone] = await Promise.all([
    ctx.db
      .select()
      .from(leads)
      .where(sql`${here} and leads.match_key in (select value from json_each(${JSON.stringify([...keys])}))`),
    ctx.db
      .select()
      .from(leads)
      .where(
        sql`${here} and leads.is_listed = 1 and leads.phone_key in (select value from json_each(${JSON.stringify(phones)}))`,
      )
      .limit(rows.length * 2),
  ]);
  return [...new Map([...byMatch, ...byPhone].map((lead) => [lead.id, lead])).values()];
}

const mostSources = 100;

async function lookUp(
  ctx: Context,
  verdicts: readonly RowVerdict[],
  outcomes: readonly Outcome<JudgedRow, Lead>[],
): Promise<Found> {
  const rows = verdicts.filter(({ does }) => does === "create" || does === "update").map(({ row }) => row);
  const tags = await tagsNamed(ctx, [...new Set(rows.flatMap((row) => row.tags))]);
  const sources = new Map<string, Id<"leadSource"> | null>();
  for (const { source: name } of rows) {
    const key = simplify(name);
    if (key === "" || sources.has(key) || sources.size >= mostSources) continue;
    sources.set(key, await sourceNamed(ctx, { name: name.trim().slice(0, 120), type: "import" }));
  }
  const targets = [...new Set(outcomes.map(({ target }) => target))];
  const asked = targets.map(({ known, rows: said }) => {
    const merged = Object.assign({}, ...said.map((row) => row.said)) as JudgedRow["said"]; // safe: later rows say it anew
    const { companyName = "", website, email } = merged;
    const domain = domainOf(website) ?? domainOf(email?.split("@").at(-1));
    return companyName === "" && known ? { name: "", domain: null } : { name: companyName, domain };
  });
  const ids = await companiesFor(ctx, asked);
  return { tags, sources, companies: new Map(targets.map((target, i) => [target.rows, ids[i] ?? null])) };
}

/** Somebody may have taken a value in the moment since it was looked for. */
function guardUnique(
  ctx: Context,
  unique: readonly UniqueValue[],
  outcomes: readonly Outcome<JudgedRow, Lead>[],
  idOf: (target: Target<JudgedRow, Lead>) => string | undefined,
): Step[] {
  const targetOf = new Map(outcomes.map(({ row, does, target }) => [row, does === "skip" ? null : target]));
  const claims = unique.flatMap(({ row, fieldId, value }) => {
    const target = targetOf.get(row);
    return target ? [{ fieldId, value, leadId: idOf(target) }] : [];
  });
  if (claims.length === 0) return [];
  const isTaken = sql`exists (select 1 from json_each(${JSON.stringify(claims)}) as claim
    cross join lead_field_values as kept on kept.organization_id = ${ctx.organization.id}
    and kept.field_id = claim.value ->> 'fieldId' and kept.value = claim.value ->> 'value'
    and kept.lead_id <> claim.value ->> 'leadId')`;
  return [refuseWhen(isTaken, new Conflict("value_taken", "Another lead has one of these values now."))];
}

function countsOf(
  verdicts: readonly RowVerdict[],
  outcomes: readonly Outcome<JudgedRow, Lead>[],
  changed: ReadonlySet<string>,
): Imported["counts"] {
  const count = (does: string) => verdicts.filter((verdict) => verdict.does === does).length;
  const idle = outcomes.filter(
    ({ does, target: { known } }) => does === "update" && known !== null && !changed.has(known.id),
  ).length;
  return {
    created: count("create"),
    updated: count("update") - idle,
    skipped: count("skip") + idle,
    failed: count("refuse"),
  };
}
