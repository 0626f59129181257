import { companies } from "../../db/schema/cell/leads";
import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import { companyKeyOf, companyNameKey } from "./keys";
import { findByMatch, findByName } from "./queries";

/**
 * The firm somebody works for: by the domain of their address where a firm has it, by its name, or else made. Asked for
 * twice at once, it is made once.
 */
export async function companyFor(
  ctx: Context,
  { name, domain }: { name: string; domain: string | null },
): Promise<Id<"company"> | null> {
  const nameKey = companyNameKey(name);
  const keys = [...(domain ? [`d:${domain}`] : []), ...(nameKey ? [`n:${nameKey}`] : [])];
  const found = keys.length > 0 ? await findByMatch(ctx, keys) : undefined;
  const existing = found ?? (nameKey ? await findByName(ctx, nameKey) : undefined);
  if (existing && existing.deletedAt === null) return existing.id;
  if (nameKey === "" || existing) return null;
  await ctx.db
    .insert(companies)
    .values(newRow(ctx, name.trim().slice(0, 200)))
    .onConflictDoNothing();
  return (await findByMatch(ctx, [`n:${nameKey}`]))?.id ?? null;
}

function newRow(ctx: Context, name: string) {
  const now = ctx.now();
  return {
    id: ctx.newId("company", ctx.organization.cell),
    organizationId: ctx.organization.id,
    name,
    nameKey: companyNameKey(name),
    matchKey: companyKeyOf({ name, domain: null }),
    createdAt: now,
    updatedAt: now,
  };
}
