import type { BadgeTone } from "~/components/ui/badge";

export const kinds = ["blog_post", "social_post", "content_upgrade", "email_sequence", "email"] as const;
export type PieceKind = (typeof kinds)[number];

export const pieceStatuses = [
  "draft",
  "queued",
  "generating",
  "failed",
  "ready",
  "approved",
  "scheduled",
  "published",
  "archived",
] as const;
export type PieceStatus = (typeof pieceStatuses)[number];

export const bundleStatuses = [
  "draft",
  "planned",
  "generating",
  "ready",
  "partial",
  "failed",
  "cancelled",
] as const;
export type BundleStatus = (typeof bundleStatuses)[number];

/** A piece as a line of a list. */
export type PieceLine = {
  id: string;
  kind: PieceKind;
  title: string;
  status: PieceStatus;
  channel: string;
  /** Why it could not be written. */
  reason: string | null;
  updatedAt: string;
};

/** A bundle without its pieces. */
export type BundleHead = {
  id: string;
  name: string;
  businessName: string;
  status: BundleStatus;
  timePeriod: string;
  periodStart: string;
  periodEnd: string;
  estimatedCostMicros: number;
  isArchived: boolean;
};

export type Progress = {
  ready: number;
  failed: number;
  total: number;
  costMicros: number;
  etaSeconds: number | null;
};

export const kindWords: Record<PieceKind, { one: string; many: string; short: string }> = {
  blog_post: { one: "Blog post", many: "Blog posts", short: "Blog" },
  social_post: { one: "Social post", many: "Social posts", short: "Social" },
  content_upgrade: { one: "Upgrade", many: "Upgrades", short: "Upgrades" },
  email_sequence: { one: "Sequence", many: "Sequences", short: "Sequences" },
  email: { one: "Email", many: "Emails", short: "Emails" },
};

export const platformWords = {
  x: "X",
  linkedin: "LinkedIn",
  facebook: "Facebook",
  instagram: "Instagram",
  threads: "Threads",
  bluesky: "Bluesky",
} as const;
export type Platform = keyof typeof platformWords;
// safe: the keys of the object above
export const platforms = Object.keys(platformWords) as Platform[];

/** What kind of piece it is, and for social posts where it goes: “LinkedIn” says both. */
export function sortOf({ kind, channel }: Pick<PieceLine, "kind" | "channel">): string {
  const platform: string | undefined = (platformWords as Record<string, string>)[channel];
  return kind === "social_post" && platform ? platform : kindWords[kind].one;
}

export const pieceStatusWords: Record<PieceStatus, string> = {
  draft: "Not written",
  queued: "Waiting",
  generating: "Being written",
  failed: "Failed",
  ready: "To approve",
  approved: "Approved",
  scheduled: "Scheduled",
  published: "Published",
  archived: "Archived",
};

export const bundleStatusWords: Record<BundleStatus, { name: string; tone: BadgeTone }> = {
  draft: { name: "Empty", tone: "neutral" },
  planned: { name: "Not started", tone: "neutral" },
  generating: { name: "Being written", tone: "stream" },
  ready: { name: "Written", tone: "stream" },
  partial: { name: "Partly written", tone: "attention" },
  failed: { name: "Failed", tone: "danger" },
  cancelled: { name: "Cancelled", tone: "neutral" },
};

const unwritten = new Set<PieceStatus>(["draft", "queued", "generating", "failed"]);

export function isWritten({ status }: { status: PieceStatus }): boolean {
  return !unwritten.has(status);
}

export function isUnderWay(status: BundleStatus): boolean {
  return status === "generating";
}

/** Ordered, and nothing of it was ever begun. */
export function isUnstarted(status: BundleStatus): boolean {
  return status === "draft" || status === "planned";
}
