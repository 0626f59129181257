import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import type { Context } from "../../kernel/context";
import type { Source } from "../entry";
import { countRows, newestRows } from "../rows";

type Row = { id: string; at: number; formId: string; formName: string | null };

/** That a form was sent; what was answered stands in its inbox. */
export const submissions: Source = {
  kinds: ["submission"],

  async read(ctx, { leadId, before, limit }) {
    const columns = sql`form_id as formId, (select name from lead_forms where lead_forms.id = form_id) as formName`;
    const query = { ...ofLead(ctx, leadId), columns, at: sql`created_at`, id: sql`id` };
    const rows = await newestRows<Row>(ctx, query, before, limit);
    return rows.map(({ id, at, formId, formName }) => ({
      id,
      at,
      kind: "submission",
      title: () => (formName ? `Sent the form “${formName}”` : "Sent a form"),
      data: { formId, formName, submissionId: id },
      actorId: null,
    }));
  },

  async count(ctx, { leadId }) {
    return await countRows(ctx, ofLead(ctx, leadId));
  },
};

function ofLead(ctx: Context, leadId: Id<"lead">): { from: SQL; where: SQL } {
  return {
    from: sql`form_submissions`,
    where: sql`organization_id = ${ctx.organization.id} and lead_id = ${leadId} and state = 'kept'`,
  };
}
