import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import type { Context } from "../../kernel/context";
import { sayTouch } from "../../leads";
import type { Source } from "../entry";
import { countRows, newestRows } from "../rows";

type Row = {
  id: string;
  at: number;
  touch: string;
  source: string | null;
  medium: string | null;
  campaign: string | null;
  referrer: string | null;
  pieceId: string | null;
  linkId: string | null;
};

/** Each way they came. What a form that was sent tells, its submission tells. */
export const touches: Source = {
  kinds: ["touch"],

  async read(ctx, { leadId, before, limit }) {
    const columns = sql`kind as touch, source, medium, campaign, referrer, piece_id as pieceId, link_id as linkId`;
    const query = { ...ofLead(ctx, leadId), columns, at: sql`occurred_at`, id: sql`id` };
    const rows = await newestRows<Row>(ctx, query, before, limit);
    return rows.map(({ id, at, ...data }) => ({
      id,
      at,
      kind: "touch",
      title: () => sayTouch(data.touch, data),
      data,
      actorId: null,
    }));
  },

  async count(ctx, { leadId }) {
    return await countRows(ctx, ofLead(ctx, leadId));
  },
};

function ofLead(ctx: Context, leadId: Id<"lead">): { from: SQL; where: SQL } {
  return {
    from: sql`touchpoints`,
    where: sql`organization_id = ${ctx.organization.id} and lead_id = ${leadId} and submission_id is null`,
  };
}
