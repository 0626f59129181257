import { and, desc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { businesses } from "../../db/schema/cell/business";
import { formVersions, leadForms } from "../../db/schema/cell/forms";
import { findByBeginning, namesBeginningWith, placeKeyOf } from "../kernel/beginnings";
import type { Context } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { cursorId, toPage } from "../kernel/page";
import { refuseWhen, type Step } from "../kernel/write";
import type { FormDefinition } from "./pure/form";
import type { FormSettings } from "./settings";

export type FormRow = typeof leadForms.$inferSelect;
export type Form = Omit<FormRow, "definition" | "formSettings"> & {
  definition: FormDefinition;
  settings: FormSettings;
};

export async function getForm(ctx: Context, id: Id<"form">): Promise<Form> {
  const [row] = await ctx.db.select().from(leadForms).where(isForm(ctx, id));
  if (!row) throw new NotFound();
  return readForm(row);
}

export function readForm({ definition, formSettings, ...row }: FormRow): Form {
  const { title, description } = row;
  return {
    ...row,
    // safe: only checked definitions and settings are ever written
    definition: { ...definition, title, ...(description ? { description } : {}) } as FormDefinition,
    settings: formSettings as FormSettings,
  };
}

/** As it is kept: what lists show has columns of its own. */
export function definitionColumns(definition: FormDefinition) {
  const { title, description = "", ...rest } = definition;
  return { title, description, definition: rest };
}

export type ListQuery = {
  archived: boolean;
  businessId?: Id<"business"> | undefined;
  /** Empty where nothing is looked for. */
  q: string;
  cursor?: string | undefined;
  limit: number;
};
export type ListedForm = Awaited<ReturnType<typeof listForms>>["data"][number];

/** Newest first, without what is in them; where something is looked for, those whose name or title begins so. */
export async function listForms(ctx: Context, query: ListQuery) {
  if (query.q !== "") return await searchForms(ctx, query);
  const after = cursorId(query.cursor);
  const { limit } = query;
  const rows = await ctx.db
    .select(listed)
    .from(leadForms)
    // safe: only compared
    .where(
      and(whichForms(ctx, query), after === undefined ? undefined : lt(leadForms.id, after as Id<"form">)),
    )
    .orderBy(desc(leadForms.id))
    .limit(limit + 1);
  return toPage(
    rows,
    limit,
    ({ id }) => [id],
    (row) => row,
  );
}

const listed = {
  id: leadForms.id,
  businessId: leadForms.businessId,
  name: leadForms.name,
  title: leadForms.title,
  revision: leadForms.revision,
  definitionRevision: leadForms.definitionRevision,
  publishedRevision: leadForms.publishedRevision,
  publishedVersionId: leadForms.publishedVersionId,
  publishedAt: leadForms.publishedAt,
  responseCount: leadForms.responseCount,
  archivedAt: leadForms.archivedAt,
  createdAt: leadForms.createdAt,
  updatedAt: leadForms.updatedAt,
  fieldCount: sql<number>`(select count(*) from json_each(${leadForms.definition}, '$.fields')
    where value ->> 'type' not in ('statement', 'page_break'))`,
};

async function searchForms(ctx: Context, query: ListQuery) {
  const keys = [sql<string>`lower(${leadForms.name})`, sql<string>`lower(${leadForms.title})`];
  const beginnings = keys.flatMap((key) => namesBeginningWith(query.q).map((prefix) => ({ key, prefix })));
  const rows = await findByBeginning(
    beginnings,
    leadForms.id,
    query,
    async ({ where, key, order, limit }) =>
      await ctx.db
        .select({ ...listed, key })
        .from(leadForms)
        .where(and(whichForms(ctx, query), where))
        .orderBy(...order)
        .limit(limit),
  );
  return toPage(rows, query.limit, placeKeyOf, ({ key: _key, rank: _rank, ...row }) => row);
}

function whichForms(ctx: Context, { archived, businessId }: ListQuery) {
  const { archivedAt } = leadForms;
  return and(
    eq(leadForms.organizationId, ctx.organization.id),
    archived ? isNotNull(archivedAt) : isNull(archivedAt),
    businessId === undefined ? undefined : eq(leadForms.businessId, businessId),
  );
}

export function isForm(ctx: Context, id: Id<"form">) {
  return and(eq(leadForms.id, id), eq(leadForms.organizationId, ctx.organization.id));
}

export function isVersionOf(ctx: Context, formId: Id<"form">) {
  return and(eq(formVersions.organizationId, ctx.organization.id), eq(formVersions.formId, formId));
}

/** A form is made for a business that is there and in use. */
export function refuseUnlessBusiness(ctx: Context, id: Id<"business">): Step[] {
  const found = sql`select 1 from ${businesses} where id = ${id} and organization_id = ${ctx.organization.id}`;
  return [
    refuseWhen(sql`not exists (${found})`, new NotFound()),
    refuseWhen(
      sql`exists (${found} and status = 'archived')`,
      new Conflict("business_archived", "This business is archived. Restore it first."),
    ),
  ];
}
