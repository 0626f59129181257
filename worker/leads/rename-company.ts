import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { leads } from "../../db/schema/cell/leads";
import { getCompany } from "../companies";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { write } from "../kernel/write";
import { nameKeyOf } from "./pure/match";
import { getLeads, leadIdsIn } from "./queries";
import { clearWordsJob, searchSteps } from "./listing/search-index";

const lot = 200;

/** A company's new name in the rows and words of its leads, a lot at a time. */
export async function renameCompany(ctx: Context, companyId: Id<"company">, after: string): Promise<void> {
  const company = await getCompany(ctx, companyId).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!company) return;
  const rows = await ctx.db.all<{ id: Id<"lead"> }>(
    sql`select id from leads where organization_id = ${ctx.organization.id} and company_id = ${companyId}
      and is_listed = 1 and id > ${after} order by id limit ${lot}`,
  );
  const last = rows.at(-1);
  if (!last) return await write(ctx, [], { jobs: after === "" ? [] : [clearWordsJob()] });
  const found = await getLeads(
    ctx,
    rows.map(({ id }) => id),
  );
  const renamed = found.map((lead) => ({ ...lead, companyName: company.name }));
  const keys = JSON.stringify(Object.fromEntries(renamed.map((lead) => [lead.id, nameKeyOf(lead)])));
  const update = ctx.db
    .update(leads)
    .set({ companyName: company.name, nameKey: sql`${keys} ->> leads.id`, updatedAt: ctx.now() })
    .where(
      leadIdsIn(
        ctx,
        renamed.map(({ id }) => id),
      ),
    );
  await write(ctx, [update, ...searchSteps(ctx, renamed)], {
    jobs: [{ queue: "delivery", type: "leads.rename_company", payload: { companyId, after: last.id } }],
  });
}
