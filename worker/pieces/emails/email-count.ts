import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { emailSequences } from "../../../db/schema/cell/content";
import type { Context } from "../../kernel/context";
import type { Step } from "../../kernel/write";

/** After emails came or went, in the same batch. */
export function countEmailsSteps(ctx: Context, sequenceId: Id<"piece">): Step[] {
  const count = sql`(select count(*) from emails join content_pieces on content_pieces.id = emails.id
    where emails.organization_id = ${ctx.organization.id} and emails.sequence_id = ${sequenceId}
      and content_pieces.archived_at is null)`;
  return [
    ctx.db
      .update(emailSequences)
      .set({ totalEmails: count })
      .where(and(eq(emailSequences.id, sequenceId), eq(emailSequences.organizationId, ctx.organization.id))),
  ];
}
