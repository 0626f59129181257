import type { Id } from "../../db/ids";
import { type Analysis, conversations } from "../../db/schema/cell/conversations";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { orElse, write } from "../kernel/write";
import { summaryOf } from "./analyze";
import type { CorrectionBody } from "./fields";
import { findAll } from "./pure/evidence";
import { type Conversation, getConversation, isConversation } from "./queries";
import { findingsOf } from "./wire";

/** A person's word stands before what was found, now and after every later analysis. */
export async function correctConversation(
  ctx: Context,
  id: Id<"conversation">,
  body: CorrectionBody,
): Promise<Conversation> {
  authorize(ctx, "leads:write");
  authorize(ctx, "leads:contact");
  const row = await getConversation(ctx, id);
  const correction = correctionOf(row, body);
  const isCorrected = Object.keys(correction).length > 0;
  const corrected = {
    ...row,
    correction: isCorrected ? correction : null,
    correctedBy: isCorrected ? ctx.actor.id : null,
    correctedAt: isCorrected ? ctx.now() : null,
  };
  const { correctedBy, correctedAt } = corrected;
  const update = ctx.db
    .update(conversations)
    .set({ correction: corrected.correction, correctedBy, correctedAt, updatedAt: ctx.now() })
    .where(isConversation(ctx, id));
  await write(ctx, [update, orElse(new NotFound())], {
    facts: [{ type: "conversation.corrected", subjectId: id, data: summaryOf(corrected) }],
    audit: [
      {
        action: "conversation.corrected",
        resourceType: "conversation",
        resourceId: id,
        changes: { before: labelsOf(row), after: labelsOf(corrected) },
      },
    ],
  });
  return await getConversation(ctx, id);
}

/** What a person says is sure; where the message shows it, its words are kept with it. */
function correctionOf(row: Conversation, body: CorrectionBody): Partial<Analysis> {
  const found = findingsOf(row);
  const sure = (evidence: Analysis["sentiment"]["evidence"] = []) => ({ confidence: 1, evidence });
  const { sentiment, intent, topics, entities, buyingSignals } = body;
  const said = {
    sentiment: sentiment && {
      ...sentiment,
      ...sure(sentiment.overall === found.sentiment?.overall ? found.sentiment.evidence : []),
    },
    intent: intent && {
      ...intent,
      ...sure(intent.primary === found.intent?.primary ? found.intent.evidence : []),
    },
    topics: topics?.map((name) => ({
      name,
      ...sure(found.topics.find((one) => one.name === name)?.evidence ?? findAll(row.content, [name])),
    })),
    entities: entities?.map((entity) => ({ ...entity, ...sure(findAll(row.content, [entity.text])) })),
    buyingSignals: buyingSignals?.map((kind) => ({
      kind,
      ...sure(found.buyingSignals.find((one) => one.kind === kind)?.evidence),
    })),
  };
  const kept = Object.entries({ ...row.correction, ...definedIn(body, said) });
  return Object.fromEntries(kept.filter(([, value]) => value !== null));
}

function definedIn(body: CorrectionBody, said: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(body).map((part) => [part, said[part] ?? null]));
}

/** For the log: how it was judged, without what was said. */
function labelsOf(row: Conversation): Record<string, unknown> {
  const { sentiment, intent, topics, entities, buyingSignals } = findingsOf(row);
  return {
    sentiment: sentiment?.overall ?? null,
    intent: intent?.primary ?? null,
    topics: topics.length,
    entities: entities.map(({ type }) => type),
    buyingSignals: buyingSignals.map(({ kind }) => kind),
  };
}
