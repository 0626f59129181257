import type { BatchItem } from "drizzle-orm/batch";
import type { Id } from "../ids";
import {
  blogPosts,
  type contentPieces,
  contentUpgrades,
  emails,
  emailSequences,
  type RichText,
  socialPosts,
} from "../schema/cell/content";
import type { Ground } from "./people";
import { writtenSequence } from "./pieces-mail";
import type {
  Written,
  WrittenEmail,
  WrittenPost,
  WrittenSequence,
  WrittenSocial,
  WrittenUpgrade,
} from "./pieces-written";
import { linesOf, prose, wordsIn } from "./prose";

type Place = {
  id: Id<"piece">;
  organizationId: Id<"organization">;
  businessId: Id<"business">;
  /** The pieces of the bundle by name. */
  ids: ReadonlyMap<string, Id<"piece">>;
};

/** A written piece as its tables want it. */
export type PieceDraft = {
  kind: (typeof contentPieces.$inferInsert)["kind"];
  channel: string;
  words: Written;
  text: string;
  /** What its versions keep besides the words that every kind has. */
  own: Record<string, unknown>;
  detail(ground: Ground, place: Place): BatchItem<"sqlite">;
};

export function postDraft(words: WrittenPost, body: RichText = prose(words.body)): PieceDraft {
  const { slug, metaTitle, metaDescription, keywords } = words;
  const text = linesOf(body).join("\n");
  const readingMinutes = Math.max(1, Math.round(wordsIn(text) / 220));
  return {
    kind: "blog_post",
    channel: "site",
    words,
    text,
    own: { slug, body, metaTitle, metaDescription, keywords, imageUrl: null, imageAlt: "" },
    detail: (ground, { id, organizationId, businessId }) =>
      ground.control.insert(blogPosts).values({
        id,
        organizationId,
        businessId,
        slug,
        content: body,
        metaTitle,
        metaDescription,
        keywords,
        readingMinutes,
        createdAt: ground.now,
      }),
  };
}

export function socialDraft(words: WrittenSocial): PieceDraft {
  const { platform, postType = "single", text, hashtags, mediaPrompts } = words;
  return {
    kind: "social_post",
    channel: platform,
    words,
    text,
    own: { platform, postType, text, hashtags, mediaPrompts },
    detail: (ground, { id, organizationId }) =>
      ground.control.insert(socialPosts).values({
        id,
        organizationId,
        platform,
        postType,
        content: text,
        hashtags,
        mediaPrompts,
        createdAt: ground.now,
      }),
  };
}

export function upgradeDraft(words: WrittenUpgrade): PieceDraft {
  const { slug, upgradeType, description } = words;
  const body = prose(words.body);
  return {
    kind: "content_upgrade",
    channel: "site",
    words,
    text: [description, ...linesOf(body)].join("\n"),
    own: { slug, upgradeType, description, body },
    detail: (ground, { id, organizationId, businessId }) =>
      ground.control.insert(contentUpgrades).values({
        id,
        organizationId,
        businessId,
        slug,
        upgradeType,
        description,
        content: body,
        createdAt: ground.now,
      }),
  };
}

export function sequenceDraft(words: WrittenSequence, totalEmails: number): PieceDraft {
  const { sequenceType, description } = words;
  const own = { sequenceType, sequenceGoal: sequenceType, description };
  return {
    kind: "email_sequence",
    channel: "email",
    words,
    text: description,
    own,
    detail: (ground, { id, organizationId }) =>
      ground.control
        .insert(emailSequences)
        .values({ id, organizationId, ...own, totalEmails, createdAt: ground.now }),
  };
}

export function emailDraft(words: WrittenEmail, position: number): PieceDraft {
  const { subjectLine, preheader, delayMinutes } = words;
  const body = prose(words.body);
  return {
    kind: "email",
    channel: "email",
    words,
    text: linesOf(body).join("\n"),
    own: { subjectLine, preheader, body, delayMinutes },
    detail: (ground, { id, organizationId, ids }) =>
      ground.control.insert(emails).values({
        id,
        organizationId,
        sequenceId: ids.get(writtenSequence.name) ?? id,
        position,
        subjectLine,
        preheader,
        delayMinutes,
        content: body,
        createdAt: ground.now,
      }),
  };
}
