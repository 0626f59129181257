import type { BatchItem } from "drizzle-orm/batch";
import type { Id } from "../ids";
import { contentPieces, contentVersions, pieceSources } from "../schema/cell/content";
import { type Ground, newId } from "./people";
import {
  emailDraft,
  type PieceDraft,
  postDraft,
  sequenceDraft,
  socialDraft,
  upgradeDraft,
} from "./piece-drafts";
import { writtenEmails, writtenSequence, writtenUpgrade } from "./pieces-mail";
import { writtenPosts } from "./pieces-posts";
import { writtenSocials } from "./pieces-social";
import { excerptOf, prose, wordsIn } from "./prose";

export type Standing = { approvedAt: number; approvedBy: Id<"user">; scheduledFor?: number };
export type Around = {
  organizationId: Id<"organization">;
  businessId: Id<"business">;
  bundleId: Id<"bundle">;
  strategyId: Id<"strategy">;
  /** By their titles. */
  topics: ReadonlyMap<string, Id<"topic">>;
  facts: ReadonlyMap<string, { id: Id<"analysisFact">; sentence: string; url: string }>;
  /** Who changed what the model wrote. */
  editor: Id<"user">;
  /** What has become of some of them, by their names. */
  standing: ReadonlyMap<string, Standing>;
};

type Piece = PieceDraft & { id: Id<"piece">; position: number };
type Rows = BatchItem<"sqlite">[];

const hour = 3_600_000;

/** Every piece of the bundle with its words, versions and claims. */
export function pieceRows(ground: Ground, around: Around): { ids: Map<string, Id<"piece">>; rows: Rows } {
  const drafts = [
    ...writtenPosts.map((words) => postDraft(words)),
    ...writtenSocials.map(socialDraft),
    upgradeDraft(writtenUpgrade),
    sequenceDraft(writtenSequence, writtenEmails.length),
    ...writtenEmails.map(emailDraft),
  ];
  const pieces = drafts.map((draft, position) => ({ ...draft, id: newId(ground, "piece"), position }));
  const ids = new Map(pieces.map(({ id, words }) => [words.name, id]));
  const { organizationId, businessId } = around;
  const rows = pieces.flatMap((piece) => [
    baseRow(ground, around, piece),
    piece.detail(ground, { id: piece.id, organizationId, businessId, ids }),
    ...versionRows(ground, around, piece),
    ...claimRows(ground, around, piece),
  ]);
  return { ids, rows };
}

function baseRow(ground: Ground, around: Around, { id, kind, channel, words, text, position }: Piece) {
  const { organizationId, businessId, bundleId, strategyId, topics, standing } = around;
  const { title, conversionGoal, ctaText, ctaUrl, topic = "", firstBody } = words;
  const stands = standing.get(words.name);
  const approved = stands?.scheduledFor ? "scheduled" : "approved";
  return ground.control.insert(contentPieces).values({
    id,
    organizationId,
    businessId,
    bundleId,
    strategyId,
    topicId: topics.get(topic) ?? null,
    kind,
    channel,
    position,
    title,
    conversionGoal,
    ctaText,
    ctaUrl,
    excerpt: excerptOf(text),
    wordCount: wordsIn(text),
    status: stands ? approved : "ready",
    ...stands,
    versionNumber: firstBody ? 2 : 1,
    revision: firstBody ? 3 : 2,
    editedAt: firstBody ? ground.now + hour : null,
    run: 1,
    attempts: 1,
    createdAt: ground.now,
    updatedAt: stands?.approvedAt ?? ground.now,
  });
}

/** As the model wrote it, and as somebody made it since. */
function versionRows(
  ground: Ground,
  { organizationId, editor }: Around,
  { id, kind, words, own }: Piece,
): Rows {
  const { title, conversionGoal, ctaText, ctaUrl, firstBody } = words;
  const snapshot = { kind, title, conversionGoal, ctaText, ctaUrl, ...own };
  const row = (at: number, number: number, reason: "generated" | "edited", content: object) =>
    ground.control.insert(contentVersions).values({
      id: newId({ ...ground, now: at }, "version"),
      organizationId,
      pieceId: id,
      number,
      snapshot: { ...content },
      reason,
      createdBy: reason === "edited" ? editor : null,
      createdAt: at,
      updatedAt: at,
    });
  if (!firstBody) return [row(ground.now, 1, "generated", snapshot)];
  const first = { ...snapshot, body: prose(firstBody) };
  return [row(ground.now, 1, "generated", first), row(ground.now + hour, 2, "edited", snapshot)];
}

function claimRows(ground: Ground, { organizationId, facts }: Around, { id, words }: Piece): Rows {
  return (words.claims ?? []).map(({ claim, fact = "", confirmed }) => {
    const backing = facts.get(fact);
    return ground.control.insert(pieceSources).values({
      id: newId(ground, "source"),
      organizationId,
      pieceId: id,
      claim,
      analysisFactId: backing?.id ?? null,
      quote: backing?.sentence ?? "",
      url: backing?.url ?? "",
      status: confirmed ? "confirmed" : backing ? "backed" : "unbacked",
      createdAt: ground.now,
      updatedAt: ground.now,
    });
  });
}
