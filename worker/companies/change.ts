import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { businesses } from "../../db/schema/cell/business";
import { companies } from "../../db/schema/cell/leads";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import type { FactDraft } from "../kernel/drafts";
import { isTaken, orElse, type Step, write } from "../kernel/write";
import { assertMember } from "../members";
import type { CompanyChange, NewCompany } from "./fields";
import { companyKeyOf, companyNameKey, domainOf } from "./keys";
import { type Company, getCompany, isCompany } from "./queries";

export async function createCompany(ctx: Context, draft: NewCompany): Promise<Company> {
  authorize(ctx, "leads:write");
  await assertRefersHere(ctx, draft);
  const id = ctx.newId("company", ctx.organization.cell);
  const now = ctx.now();
  const row = {
    ...draft,
    ...keysOf(draft.name, draft.website ?? null),
    id,
    organizationId: ctx.organization.id,
  };
  await save(
    ctx,
    "created",
    id,
    [ctx.db.insert(companies).values({ ...row, createdAt: now, updatedAt: now })],
    {
      after: draft,
    },
  );
  return await getCompany(ctx, id);
}

export async function updateCompany(
  ctx: Context,
  id: Id<"company">,
  change: CompanyChange,
): Promise<Company> {
  authorize(ctx, "leads:write");
  const before = await getCompany(ctx, id);
  await assertRefersHere(ctx, change);
  const after = { ...before, ...change };
  const update = ctx.db
    .update(companies)
    .set({ ...change, ...keysOf(after.name, after.website, before), updatedAt: ctx.now() })
    .where(isCompany(ctx, id));
  const names = Object.keys(change) as (keyof CompanyChange)[]; // safe: the keys of a change
  const changes = { before: Object.fromEntries(names.map((name) => [name, before[name]])), after: change };
  const isRenamed = after.name !== before.name;
  await save(ctx, isRenamed ? "renamed" : "updated", id, [update, orElse(new NotFound())], changes);
  return await getCompany(ctx, id);
}

/** It leaves the lists; its leads keep it, and its name becomes free. */
export async function archiveCompany(ctx: Context, id: Id<"company">): Promise<Company> {
  authorize(ctx, "leads:write");
  const company = await getCompany(ctx, id);
  if (company.deletedAt !== null) return company;
  const update = ctx.db
    .update(companies)
    .set({ deletedAt: ctx.now(), matchKey: null, updatedAt: ctx.now() })
    .where(and(isCompany(ctx, id), isNull(companies.deletedAt)));
  await save(ctx, "archived", id, [update], {});
  return await getCompany(ctx, id);
}

export async function restoreCompany(ctx: Context, id: Id<"company">): Promise<Company> {
  authorize(ctx, "leads:write");
  const company = await getCompany(ctx, id);
  if (company.deletedAt === null) return company;
  const update = ctx.db
    .update(companies)
    .set({ deletedAt: null, matchKey: companyKeyOf(company), updatedAt: ctx.now() })
    .where(and(isCompany(ctx, id), isNotNull(companies.deletedAt)));
  await save(ctx, "restored", id, [update], {});
  return await getCompany(ctx, id);
}

function keysOf(name: string, website: string | null, before?: Company) {
  const domain = domainOf(website);
  const matchKey = before && before.deletedAt !== null ? null : companyKeyOf({ name, domain });
  return { domain, nameKey: companyNameKey(name), matchKey };
}

async function assertRefersHere(ctx: Context, { businessId, ownerId }: CompanyChange): Promise<void> {
  if (ownerId) await assertMember(ctx, ownerId, "/ownerId");
  if (!businessId) return;
  const [row] = await ctx.db
    .select({ id: businesses.id })
    .from(businesses)
    .where(and(eq(businesses.id, businessId), eq(businesses.organizationId, ctx.organization.id)));
  if (!row) throw Invalid.field("/businessId", "unknown_business", "There is no such business.");
}

async function save(
  ctx: Context,
  what: string,
  id: Id<"company">,
  steps: Step[],
  changes: Record<string, unknown>,
): Promise<void> {
  const facts: FactDraft[] = [{ type: `company.${what}`, subjectId: id }];
  try {
    await write(ctx, steps, {
      facts,
      audit: [{ action: `company.${what}`, resourceType: "company", resourceId: id, changes }],
    });
  } catch (error) {
    throw isTaken(error, "companies.match_key") ? companyExists : error;
  }
}

const companyExists = new Conflict("company_exists", "There is a company with this domain or name already.");
