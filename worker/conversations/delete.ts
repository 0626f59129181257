import { and, eq, inArray } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { conversations } from "../../db/schema/cell/conversations";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import { orElse, write } from "../kernel/write";
import { getConversation, isConversation, ofLead } from "./queries";

export async function deleteConversation(ctx: Context, id: Id<"conversation">): Promise<void> {
  authorize(ctx, "leads:write");
  authorize(ctx, "leads:contact");
  const { leadId } = await getConversation(ctx, id);
  await write(ctx, [ctx.db.delete(conversations).where(isConversation(ctx, id)), orElse(new NotFound())], {
    facts: [{ type: "conversation.deleted", subjectId: id, data: { leadId } }],
    audit: [
      {
        action: "conversation.deleted",
        resourceType: "conversation",
        resourceId: id,
        changes: { before: { leadId } },
      },
    ],
  });
}

const lot = 200;

/** Whoever is erased as a lead has said nothing either (GDPR-01). Begun again, it ends the same. */
export async function forgetLead(ctx: Context, leadId: Id<"lead">): Promise<void> {
  for (let found = lot; found === lot;) {
    const rows = await ctx.db
      .select({ id: conversations.id })
      .from(conversations)
      .where(ofLead(ctx, leadId))
      .limit(lot);
    found = rows.length;
    const wanted = idsIn(rows.map(({ id }) => id));
    await ctx.db
      .delete(conversations)
      .where(and(eq(conversations.organizationId, ctx.organization.id), inArray(conversations.id, wanted)));
  }
}
