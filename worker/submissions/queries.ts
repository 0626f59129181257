import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { files, formDrafts, formSubmissions } from "../../db/schema/cell/submissions";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";

export type Submission = typeof formSubmissions.$inferSelect;
export type StoredFile = typeof files.$inferSelect;
export type Draft = typeof formDrafts.$inferSelect;

const table = formSubmissions;

export function isSubmission(ctx: Context, id: Id<"submission">) {
  return and(eq(table.id, id), eq(table.organizationId, ctx.organization.id));
}

export async function findSubmission(ctx: Context, id: Id<"submission">): Promise<Submission | undefined> {
  const [row] = await ctx.db.select().from(table).where(isSubmission(ctx, id));
  return row;
}

export async function getSubmission(ctx: Context, id: Id<"submission">): Promise<Submission> {
  const row = await findSubmission(ctx, id);
  if (!row) throw new NotFound();
  return row;
}

export async function isKnownSubmission(ctx: Context, id: Id<"submission">): Promise<boolean> {
  const [row] = await ctx.db.select({ id: table.id }).from(table).where(isSubmission(ctx, id));
  return row !== undefined;
}

/** What a form has kept, the newest first. */
export async function listKept(
  ctx: Context,
  formId: Id<"form">,
  before: number | undefined,
  limit: number,
): Promise<Submission[]> {
  return await ctx.db
    .select()
    .from(table)
    .where(and(isOfForm(ctx, formId), isKept, before === undefined ? undefined : lt(table.number, before)))
    .orderBy(desc(table.number))
    .limit(limit + 1);
}

const isKept = isNotNull(table.number);

export function isOfForm(ctx: Context, formId: Id<"form">) {
  return and(eq(table.organizationId, ctx.organization.id), eq(table.formId, formId));
}

export type SpamKey = { createdAt: number; id: Id<"submission"> };

export function listSpam(
  ctx: Context,
  formId: Id<"form">,
  before: SpamKey | undefined,
  limit: number,
): Promise<Submission[]> {
  return newest(ctx, and(isOfForm(ctx, formId), isNull(table.number)), before, limit);
}

/** What one person sent, the newest first. */
export function listOfLead(
  ctx: Context,
  leadId: Id<"lead">,
  before: SpamKey | undefined,
  limit: number,
): Promise<Submission[]> {
  const theirs = and(eq(table.organizationId, ctx.organization.id), eq(table.leadId, leadId));
  return newest(ctx, theirs, before, limit);
}

/** By time, because these ids come from whoever sent them and tell none. */
async function newest(
  ctx: Context,
  wanted: SQL | undefined,
  before: SpamKey | undefined,
  limit: number,
): Promise<Submission[]> {
  const older =
    before &&
    or(
      lt(table.createdAt, before.createdAt),
      and(eq(table.createdAt, before.createdAt), lt(table.id, before.id)),
    );
  return await ctx.db
    .select()
    .from(table)
    .where(and(wanted, older))
    .orderBy(desc(table.createdAt), desc(table.id))
    .limit(limit + 1);
}

/** The number of the newest: so many were kept so far. */
export function lastNumber(ctx: Context, formId: Id<"form">) {
  return sql<number>`(select coalesce(max(number), 0) from form_submissions
    where organization_id = ${ctx.organization.id} and form_id = ${formId} and number is not null)`;
}

export async function newestNumber(ctx: Context, formId: Id<"form">): Promise<number> {
  const [row] = await ctx.db
    .select({ number: table.number })
    .from(table)
    .where(and(isOfForm(ctx, formId), isKept))
    .orderBy(desc(table.number))
    .limit(1);
  return row?.number ?? 0;
}

export async function filesOf(ctx: Context, ids: readonly Id<"submission">[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  return await ctx.db
    .select()
    .from(files)
    .where(and(eq(files.organizationId, ctx.organization.id), inArray(files.submissionId, idsIn(ids))))
    .orderBy(asc(files.id))
    .limit(5000);
}

export async function findFile(ctx: Context, id: Id<"file">): Promise<StoredFile | undefined> {
  const [row] = await ctx.db
    .select()
    .from(files)
    .where(and(eq(files.id, id), eq(files.organizationId, ctx.organization.id)));
  return row;
}

export async function findDraft(ctx: Context, id: Id<"formDraft">): Promise<Draft | undefined> {
  const [row] = await ctx.db
    .select()
    .from(formDrafts)
    .where(and(eq(formDrafts.id, id), eq(formDrafts.organizationId, ctx.organization.id)));
  return row;
}
