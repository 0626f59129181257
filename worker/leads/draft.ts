import { and, eq, inArray, sql } from "drizzle-orm";
import { businesses } from "../../db/schema/cell/business";
import { leadTags } from "../../db/schema/cell/lead-catalogue";
import type { CustomValues } from "../../db/schema/cell/leads";
import { companyFor, domainOf, getCompany } from "../companies";
import { can, type Context } from "../kernel/context";
import { Forbidden, Invalid, NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import { refuseWhen, type Step } from "../kernel/write";
import { assertMember } from "../members";
import { teamExists } from "../teams";
import { customFieldsOf, type CustomField } from "./fields/custom-fields";
import { missingValues, readCustomValues } from "./pure/custom-values";
import type { Lead, LeadDraft } from "./queries";
import type { LeadChange } from "./shapes";
import { assertSource } from "./catalogue/sources";

/** A change as the columns it is kept in. Every id in it is looked up here, in this organization (TEN-02). */
export async function columnsOf(
  ctx: Context,
  change: LeadChange,
  before: Lead | null,
): Promise<Partial<LeadDraft>> {
  const { value, customFields, tagIds, nextFollowUpAt, lastContactedAt, companyId, companyName, ...plain } =
    change;
  await assertRefersHere(ctx, change, before);
  return {
    ...plain,
    ...(value === undefined
      ? {}
      : { predictedValue: value?.amount ?? null, valueCurrency: value?.currency ?? null }),
    ...(nextFollowUpAt === undefined ? {} : { nextFollowUpAt: toTime(nextFollowUpAt) }),
    ...(lastContactedAt === undefined ? {} : contactColumns(toTime(lastContactedAt), before)),
    ...(tagIds === undefined ? {} : { tags: await knownTags(ctx, tagIds) }),
    ...(customFields === undefined ? {} : { customFields: await customValues(ctx, customFields, before) }),
    ...(change.assignedTo === undefined || change.assignedTo === before?.assignedTo
      ? {}
      : { assignedAt: change.assignedTo ? ctx.now() : null }),
    ...(await companyColumns(ctx, { companyId, companyName, email: change.email ?? before?.email })),
  };
}

/** The first time stays, whatever is said of the last one. */
function contactColumns(at: number | null, before: Lead | null) {
  return { lastContactedAt: at, firstContactedAt: before?.firstContactedAt ?? at };
}

function toTime(value: string | null): number | null {
  return value === null ? null : Date.parse(value);
}

async function assertRefersHere(ctx: Context, change: LeadChange, before: Lead | null): Promise<void> {
  const { assignedTo, sourceId, businessId, teamId } = change;
  if (assignedTo !== undefined && assignedTo !== (before?.assignedTo ?? null))
    await assertMayAssign(ctx, assignedTo, before);
  if (sourceId) await assertSource(ctx, sourceId, "/sourceId");
  if (businessId) await assertBusiness(ctx, businessId);
  if (teamId) {
    const row = await ctx.control.get<{ found: number }>(sql`select ${teamExists(ctx, teamId)} as found`);
    if (!row?.found) throw Invalid.field("/teamId", "unknown_team", "There is no such team.");
  }
}

/** Who works with leads takes one that is nobody's; giving them to others is a right of its own. */
export async function assertMayAssign(
  ctx: Context,
  to: Lead["assignedTo"],
  before: Lead | null,
): Promise<void> {
  const takes = ctx.actor.kind === "user" && to === ctx.actor.id && !before?.assignedTo;
  if (!takes && !can(ctx, "leads:assign")) throw new Forbidden("leads:assign");
  if (to) await assertMember(ctx, to, "/assignedTo");
}

async function assertBusiness(ctx: Context, id: NonNullable<Lead["businessId"]>): Promise<void> {
  const [row] = await ctx.db
    .select({ id: businesses.id })
    .from(businesses)
    .where(and(eq(businesses.id, id), eq(businesses.organizationId, ctx.organization.id)));
  if (!row) throw Invalid.field("/businessId", "unknown_business", "There is no such business.");
}

async function knownTags(ctx: Context, ids: string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const rows = await ctx.db
    .select({ id: leadTags.id })
    .from(leadTags)
    .where(and(eq(leadTags.organizationId, ctx.organization.id), inArray(leadTags.id, idsIn(wanted))));
  if (rows.length < wanted.length)
    throw Invalid.field("/tagIds", "unknown_tag", "One of these tags does not exist.");
  return wanted;
}

async function customValues(
  ctx: Context,
  input: NonNullable<LeadChange["customFields"]>,
  before: Lead | null,
): Promise<CustomValues> {
  const fields = await customFieldsOf(ctx);
  const { values, errors } = readCustomValues(fields, input, "/customFields");
  const merged = Object.entries({ ...before?.customFields, ...values }).filter(([, value]) => value !== null);
  const after = Object.fromEntries(merged) as CustomValues; // safe: nulls were left out on the line above
  const missing = before ? [] : missingValues(fields, after, "/customFields");
  if (errors.length + missing.length > 0) throw new Invalid([...errors, ...missing]);
  return after;
}

async function companyColumns(
  ctx: Context,
  { companyId, companyName, email }: Pick<LeadChange, "companyId" | "companyName" | "email">,
): Promise<Partial<LeadDraft>> {
  if (companyId === null) return { companyId: null, companyName: "" };
  if (companyId !== undefined) return { companyId, companyName: await companyNameOf(ctx, companyId) };
  if (companyName === undefined) return {};
  if (companyName === "") return { companyId: null, companyName };
  return {
    companyId: await companyFor(ctx, { name: companyName, domain: domainOf(email?.split("@").at(-1)) }),
    companyName,
  };
}

async function companyNameOf(ctx: Context, id: NonNullable<LeadChange["companyId"]>): Promise<string> {
  try {
    return (await getCompany(ctx, id)).name;
  } catch (error) {
    throw error instanceof NotFound
      ? Invalid.field("/companyId", "unknown_company", "There is no such company.")
      : error;
  }
}

/** Two leads never have the same value of a unique field, however close together they are written. */
export async function refuseTakenValues(
  ctx: Context,
  id: string,
  values: CustomValues | undefined,
): Promise<Step[]> {
  if (!values || Object.keys(values).length === 0) return [];
  const unique = (await customFieldsOf(ctx)).filter(
    (field) => field.isUnique && values[field.key] !== undefined,
  );
  return unique.map((field) => refuseWhen(isTakenBy(ctx, id, field, values[field.key]), valueTaken(field)));
}

function isTakenBy(ctx: Context, id: string, field: CustomField, value: unknown) {
  return sql`exists (select 1 from lead_field_values where organization_id = ${ctx.organization.id}
    and field_id = ${field.id} and value = ${keptValue(value)} and lead_id <> ${id})`;
}

/** As it stands in the index of its field. */
export function keptValue(value: unknown): string | number {
  return typeof value === "string"
    ? value.slice(0, 200).replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
    : Number(value);
}

function valueTaken(field: CustomField): Invalid {
  return Invalid.field(
    `/customFields/${field.key}`,
    "value_taken",
    `Another lead has this ${field.label} already.`,
  );
}
