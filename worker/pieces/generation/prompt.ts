import type * as z from "zod";
import { type AiTask, dataRule, quote } from "../../ai";
import type { AnalysisFact } from "../../analyses";
import { type Business, profileForPrompt } from "../../businesses";
import type { AiMessage } from "../../kernel/ports";
import type { Strategy, Topic } from "../../strategies";
import { contentShapeOf, type PieceAnswer } from "./answer";
import type { PieceKind } from "../fields";
import { maxTokensFor, tasksByKind } from "./prompt-tasks";
import type { Piece } from "../queries";

/** Rises with every change of the words below, so that what was written by which is known. */
export const promptVersion = "pieces-1";

export type PiecePrompt = {
  task: Extract<AiTask, PieceKind>;
  promptVersion: string;
  messages: AiMessage[];
  schema: { name: string; zod: z.ZodType<PieceAnswer> };
  material: Record<string, unknown>;
  maxTokens: number;
};

export type PromptExtras = {
  /** What the brief of the bundle asks for besides. */
  notes?: string;
  /** For an email: the sequence it is in, and how many there are. */
  sequence?: { title: string; description: string; total: number; place: number };
  /** For another try: what was not right. */
  feedback?: string;
  /** Sentences that a person wrote, which have to stay as they are. */
  keep?: string[];
  /** The text as it is. */
  current?: string;
};

/** Everything that is foreign is quoted; only the product speaks outside of the quotes (AI-01). */
export function promptFor(
  piece: Piece,
  business: Business,
  strategy: Strategy | null,
  topic: Topic | null,
  facts: readonly AnalysisFact[],
  extras: PromptExtras = {},
): PiecePrompt {
  const { content } = piece;
  const platform = content.kind === "social_post" ? content.platform : undefined;
  return {
    task: piece.kind,
    promptVersion,
    messages: [
      { role: "system", content: systemText(business, piece) },
      { role: "user", content: userText(piece, business, strategy, topic, facts, extras) },
    ],
    schema: { name: piece.kind, zod: contentShapeOf(piece.kind, platform) },
    material: pieceMaterial(piece, business, strategy, topic, facts, extras),
    maxTokens: maxTokensFor(piece.kind, strategy?.length ?? "standard"),
  };
}

function systemText(business: Business, { kind }: Piece): string {
  const rules = [
    "You write marketing content that a careful editor would sign.",
    dataRule,
    `Write in the language with the code “${business.language.replace(/[^a-zA-Z-]/g, "").slice(0, 12) || "en"}”.`,
    "State no figure, superlative, guarantee, customer or source that the facts do not contain. Leave a claim out rather than invent it.",
    "Use only addresses that are given. Use no HTML.",
    "Write concretely, in short sentences, without filler and without stock phrases.",
    ...(kind === "email" ? [mergeRule] : []),
  ];
  return rules.join("\n");
}

const mergeRule =
  "In an email these tags may stand for the reader: {{lead.first_name|there}}, {{lead.company|your company}}, {{business.name}}, {{sender.name}}. What stands after the bar is used where nothing is known. No other tags exist.";

function userText(
  piece: Piece,
  business: Business,
  strategy: Strategy | null,
  topic: Topic | null,
  facts: readonly AnalysisFact[],
  extras: PromptExtras,
): string {
  const { length = "standard" } = strategy ?? {};
  return [
    tasksByKind[piece.kind](piece, length),
    section("business", profileForPrompt(business)),
    strategy && section("strategy", strategyForPrompt(strategy)),
    topic ? section("topic", topicForPrompt(topic)) : section("topic", { title: piece.title }),
    facts.length > 0 && section("facts", factLines(facts)),
    section("call to action", { text: piece.ctaText || business.primaryCta, goal: piece.conversionGoal }),
    extras.sequence && section("sequence", extras.sequence),
    extras.notes && section("notes of the editor", extras.notes),
    extras.current && section("text as it is", extras.current),
    extras.feedback && section("feedback of the editor", extras.feedback),
    extras.keep?.length &&
      `Keep each of these sentences word for word:\n${section("sentences", extras.keep)}`,
  ]
    .filter((part) => typeof part === "string")
    .join("\n\n");
}

function section(label: string, value: unknown): string {
  return quote(typeof value === "string" ? value : JSON.stringify(value, null, 1), { label });
}

function strategyForPrompt({ goal, voice, template, length, ...more }: Strategy) {
  const { targetAudience, contentFocus, customerPsychology, scenarios } = more;
  return { goal, voice, template, length, targetAudience, contentFocus, customerPsychology, scenarios };
}

function topicForPrompt({ title, subheader, description, keywords, seoKeywords, scenario }: Topic) {
  return { title, subheader, description, keywords, seoKeywords, scenario };
}

function factLines(facts: readonly AnalysisFact[]): string[] {
  return facts.map(({ statement, sentence }) => (sentence === "" ? statement : `${statement} (${sentence})`));
}

/**
 * The same as the messages quote, by name, for the built-in writer. The facts begin elsewhere for each piece, so that a
 * year of posts does not say the same thing.
 */
export function pieceMaterial(
  piece: Piece,
  business: Business,
  strategy: Strategy | null,
  topic: Topic | null,
  facts: readonly AnalysisFact[],
  extras: PromptExtras = {},
): Record<string, unknown> {
  const turn = facts.length > 0 ? piece.position % facts.length : 0;
  const turned = [...facts.slice(turn), ...facts.slice(0, turn)];
  return {
    title: topic?.title ?? piece.title,
    piece: pieceForMaterial(piece),
    ...(extras.feedback ? { feedback: extras.feedback } : {}),
    ...(topic ? { topic: topicForPrompt(topic) } : {}),
    keywords: topic?.seoKeywords.length ? topic.seoKeywords : (topic?.keywords ?? business.brandKeywords),
    audience: strategy?.targetAudience || business.targetAudience,
    ctaText: piece.ctaText || business.primaryCta,
    facts: turned.map(({ statement, sentence, url }) => ({ statement, sentence, url })),
    business: profileForPrompt(business),
    ...(strategy ? { strategy: strategyForPrompt(strategy) } : {}),
    ...(extras.notes ? { notes: extras.notes } : {}),
    ...(extras.sequence ? { sequence: extras.sequence } : {}),
  };
}

/** The id makes two posts about one topic begin differently. */
function pieceForMaterial({ id, title, position, conversionGoal, ctaText, ctaUrl, content }: Piece) {
  const base = { id, title, position, conversionGoal, ctaText, ctaUrl };
  if (content.kind === "social_post") return { ...base, platform: content.platform };
  return content.kind === "content_upgrade" ? { ...base, upgradeType: content.upgradeType } : base;
}
