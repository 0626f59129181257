import * as z from "zod";
import {
  type Analysis,
  buyingSignals,
  emotions,
  entityTypes,
  intents,
  sentiments,
  urgencies,
} from "../../db/schema/cell/conversations";
import { cleanQuoted, dataRule, type GenerationRequest, quote } from "../ai";
import { findAll } from "./pure/evidence";
import { ownWords } from "./pure/own-words";
import type { Conversation } from "./queries";

/** Rises with every change of the words below. */
const promptVersion = "conversation-2";

const confidence = z.number().min(0).max(1);
const words = z.string().max(400);
const quotes = z.array(words).max(4);

const answerShape = z.strictObject({
  language: z.string().max(35).nullable(),
  sentiment: z.strictObject({
    overall: z.enum(sentiments),
    emotions: z.array(z.enum(emotions)).max(3),
    confidence,
    quotes,
  }),
  intent: z.strictObject({ primary: z.enum(intents), urgency: z.enum(urgencies), confidence, quotes }),
  topics: z.array(z.strictObject({ name: z.string().max(60), confidence, quotes })).max(8),
  entities: z
    .array(z.strictObject({ type: z.enum(entityTypes), text: z.string().max(120), confidence }))
    .max(20),
  buyingSignals: z
    .array(z.strictObject({ kind: z.enum(buyingSignals), confidence, quotes }))
    .max(buyingSignals.length),
});
export type Answered = z.infer<typeof answerShape>;

const rules =
  "You read one message, or the notes of one talk, between a business and somebody who may buy from it, and say what it shows: " +
  "the mood, what the writer wants, the topics, who and what is named, and signs that they mean to buy. " +
  "Every quote is copied letter by letter from the message and is as short as it can be while still showing it; what no words show, leave out. " +
  "The language is the two letters of ISO 639-1 of what is written, null where it cannot be told. " +
  "A competitor is a named firm or product that they use, or weigh against this one.";

type Ask = Pick<
  GenerationRequest<Answered>,
  "task" | "promptVersion" | "messages" | "schema" | "material" | "maxTokens"
>;

/** What the lead wrote is quoted as data: an order in it is only something that it says (AI-01). */
export function askForAnalysis({ content, subject, channel, direction }: Conversation): Ask {
  const own = cleanQuoted(ownWords(content));
  return {
    task: "conversation",
    promptVersion,
    messages: [
      { role: "system", content: `${rules}\n${dataRule}` },
      {
        role: "user",
        content: `Channel: ${channel}, ${direction}.\n\n${quote(subject, { label: "subject" })}\n\n${quote(own, { label: "message" })}`,
      },
    ],
    schema: { name: "conversation", zod: answerShape },
    material: { title: subject || own.slice(0, 80), content: own },
    maxTokens: 2500,
  };
}

type Found = Analysis & { language: string; dropped: number };

/** As the standard of language names has it. */
const unknownLanguage = "und";

/** What was answered, as far as words of the message show it: the rest was made up and is left out (AI-02). */
export function asShown(content: string, answered: Answered): Found {
  const show = <T extends { confidence: number; quotes: string[] }>({ quotes, ...found }: T) => ({
    ...found,
    confidence: rounded(found.confidence),
    evidence: findAll(content, quotes),
  });
  const isShown = ({ evidence }: { evidence: unknown[] }) => evidence.length > 0;
  const sentiment = show(answered.sentiment);
  const intent = show(answered.intent);
  const topics = answered.topics.map(show).filter(isShown);
  const signals = answered.buyingSignals.map(show).filter(isShown);
  const entities = answered.entities
    .map(({ confidence: sure, ...entity }) => ({
      ...entity,
      confidence: rounded(sure),
      evidence: findAll(content, [entity.text]),
    }))
    .filter(isShown);
  const all = answered.topics.length + answered.buyingSignals.length + answered.entities.length;
  return {
    language: /^[a-z]{2}(?![a-z])/i.exec(answered.language ?? "")?.[0].toLowerCase() ?? unknownLanguage,
    sentiment: isShown(sentiment)
      ? sentiment
      : { overall: "neutral", emotions: [], confidence: 0, evidence: [] },
    intent: isShown(intent) ? intent : { primary: "other", urgency: "low", confidence: 0, evidence: [] },
    topics: once(topics, ({ name }) => name.toLowerCase()),
    entities: once(entities, ({ type, text }) => `${type}:${text.toLowerCase()}`),
    buyingSignals: once(signals, ({ kind }) => kind),
    dropped: all - topics.length - signals.length - entities.length,
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function once<T>(items: T[], keyOf: (item: T) => string): T[] {
  return [...Map.groupBy(items, keyOf).values()].flatMap(([first]) => first ?? []);
}
