import type { Id } from "../../db/ids";
import {
  blogPosts,
  contentPieces,
  contentUpgrades,
  emails,
  emailSequences,
  type sequenceTypes,
  socialPosts,
  type socialPlatforms,
  type socialPostTypes,
  type upgradeTypes,
} from "../../db/schema/cell/content";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";
import { insertRows } from "./insert-rows";
import { goalsByKind, type PieceKind } from "./fields";
import { slugOf } from "./pure/slug";
import { emptyTree } from "./pure/tree";

type Own = {
  blog_post: object;
  social_post: { platform: (typeof socialPlatforms)[number]; postType?: (typeof socialPostTypes)[number] };
  content_upgrade: { upgradeType: (typeof upgradeTypes)[number] };
  email_sequence: { sequenceType: (typeof sequenceTypes)[number]; totalEmails?: number };
  email: { sequenceId: Id<"piece">; emailPosition: number; delayMinutes?: number };
};

/** A piece before its words. Its id is made by whoever plans it, so that edges and emails can name it. */
export type PieceDraft = {
  [K in PieceKind]: {
    id: Id<"piece">;
    kind: K;
    businessId: Id<"business">;
    bundleId?: Id<"bundle"> | null;
    strategyId?: Id<"strategy"> | null;
    topicId?: Id<"topic"> | null;
    title: string;
    position?: number;
    conversionGoal?: string;
    ctaText?: string;
    ctaUrl?: string;
    status?: "draft" | "queued";
    run?: number;
  } & Own[K];
}[PieceKind];

/** Columns that a draft's words stand in, where it comes with words: the same for each of its kind. */
export type Filling = { base: Record<string, unknown>; detail: Record<string, unknown> };

/** Any number of drafts in a statement a table: each as a row of one JSON parameter. */
export function draftPieceSteps(
  ctx: Context,
  drafts: readonly PieceDraft[],
  fillingOf: (draft: PieceDraft) => Filling = () => ({ base: {}, detail: {} }),
): Step[] {
  if (drafts.length === 0) return [];
  const rowsOf = <K extends PieceKind>(
    kind: K,
    rowOf: (draft: Extract<PieceDraft, { kind: K }>) => Record<string, unknown>,
  ) =>
    drafts
      .filter((draft): draft is Extract<PieceDraft, { kind: K }> => draft.kind === kind)
      .map((draft) => ({ ...rowOf(draft), ...fillingOf(draft).detail }));
  const bases = drafts.map((draft) => ({ ...baseRow(ctx, draft), ...fillingOf(draft).base }));
  return [
    ...insertRows(ctx, contentPieces, bases),
    ...insertRows(ctx, blogPosts, rowsOf("blog_post", blogRow)),
    ...insertRows(ctx, socialPosts, rowsOf("social_post", socialRow)),
    ...insertRows(ctx, contentUpgrades, rowsOf("content_upgrade", upgradeRow)),
    ...insertRows(ctx, emailSequences, rowsOf("email_sequence", sequenceRow)),
    ...insertRows(ctx, emails, rowsOf("email", emailRow)),
  ];
}

function baseRow(ctx: Context, draft: PieceDraft) {
  return {
    id: draft.id,
    businessId: draft.businessId,
    bundleId: draft.bundleId ?? null,
    strategyId: draft.strategyId ?? null,
    topicId: draft.topicId ?? null,
    kind: draft.kind,
    title: draft.title,
    status: draft.status ?? "draft",
    position: draft.position ?? 0,
    channel: channelOf(draft),
    conversionGoal: draft.conversionGoal ?? goalsByKind[draft.kind][0],
    ctaText: draft.ctaText ?? "",
    ctaUrl: draft.ctaUrl ?? "",
    run: draft.run ?? 0,
    updatedAt: ctx.now(),
  };
}

export function channelOf(draft: PieceDraft): string {
  if (draft.kind === "social_post") return draft.platform;
  return draft.kind === "email" || draft.kind === "email_sequence" ? "email" : "site";
}

function blogRow({ id, businessId, title }: Extract<PieceDraft, { kind: "blog_post" }>) {
  return { id, businessId, slug: draftSlug(title, id), content: emptyTree };
}

function socialRow({ id, platform, postType = "single" }: Extract<PieceDraft, { kind: "social_post" }>) {
  return { id, platform, content: "", postType };
}

function upgradeRow({
  id,
  businessId,
  title,
  upgradeType,
}: Extract<PieceDraft, { kind: "content_upgrade" }>) {
  return {
    id,
    businessId,
    slug: draftSlug(title, id),
    upgradeType,
    content: emptyTree,
  };
}

function sequenceRow({ id, sequenceType, totalEmails = 0 }: Extract<PieceDraft, { kind: "email_sequence" }>) {
  return { id, sequenceType, sequenceGoal: sequenceType, totalEmails };
}

function emailRow({
  id,
  sequenceId,
  emailPosition,
  delayMinutes = 0,
}: Extract<PieceDraft, { kind: "email" }>) {
  return {
    id,
    sequenceId,
    position: emailPosition,
    delayMinutes,
    content: emptyTree,
  };
}

/** Ends in something of its own, so that two drafts of one title do not meet; the written piece gets a plainer one. */
export function draftSlug(title: string, id: Id<"piece">): string {
  return [slugOf(title).slice(0, 70).replace(/-+$/, ""), slugTail(id)]
    .filter((part) => part !== "")
    .join("-");
}

export function slugTail(id: Id<"piece">): string {
  return id.slice(-6);
}
