import { and, ne } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { conversations } from "../../db/schema/cell/conversations";
import { assertGenerationAllowed } from "../ai";
import { authorize, type Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import type { JobDraft } from "../kernel/drafts";
import { orElse, write } from "../kernel/write";
import { type Conversation, getConversation, isConversation } from "./queries";

export function analysisJob(ctx: Context, conversationId: Id<"conversation">): JobDraft {
  const payload = { conversationId, requestedBy: personBehind(ctx) };
  return { queue: "generation", type: "conversations.analyze", payload };
}

/** Reads it again. What a person corrected stays as they said. */
export async function requestAnalysis(ctx: Context, id: Id<"conversation">): Promise<Conversation> {
  authorize(ctx, "leads:write");
  authorize(ctx, "leads:contact");
  const { leadId } = await getConversation(ctx, id);
  await assertGenerationAllowed(ctx);
  const update = ctx.db
    .update(conversations)
    .set({ analysisStatus: "pending", analysisError: null, updatedAt: ctx.now() })
    .where(and(isConversation(ctx, id), ne(conversations.analysisStatus, "pending")));
  await write(ctx, [update, orElse(isRunning)], {
    facts: [{ type: "conversation.analysis_requested", subjectId: id, data: { leadId } }],
    jobs: [analysisJob(ctx, id)],
  });
  return await getConversation(ctx, id);
}

const isRunning = new Conflict("analysis_running", "This conversation is being read already.");

/** The person who stands behind an act: a key acts for whoever made it. */
function personBehind({ actor }: Context): Id<"user"> | null {
  if (actor.kind === "api_key") return actor.createdBy;
  return actor.kind === "user" ? actor.id : null;
}
