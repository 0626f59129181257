/** What the rules look at: the newest of everything that is known of one lead. */
export type Known = {
  now: number;
  lead: {
    id: string;
    status: string;
    createdAt: number;
    stageSince: number;
    assignedTo: string | null;
    lastContactedAt: number | null;
    lastActivityAt: number | null;
    nextFollowUpAt: number | null;
  };
  /** The newest first, as all of these. */
  conversations: KnownConversation[];
  openTasks: { id: string; subject: string; dueAt: number | null }[];
  done: { id: string; type: string; at: number }[];
  touches: { id: string; at: number; words: string }[];
  /** Published pieces that follow on one that they came by, and that they have not seen. */
  further: { touchId: string; touchedAt: number; pieceId: string; title: string }[];
};

export type KnownConversation = {
  id: string;
  at: number;
  channel: string;
  direction: "inbound" | "outbound";
  sentiment: { overall: string; confidence: number } | null;
  intent: { primary: string; urgency: string; confidence: number } | null;
  buyingSignals: { kind: string; confidence: number }[];
  competitors: { text: string; confidence: number }[];
};

export type InsightType =
  | "buying_signal"
  | "churn_risk"
  | "optimal_contact_time"
  | "content_recommendation"
  | "next_best_action"
  | "competitive_threat";

export type Cited = { kind: string; id: string; at: number; words: string };

export type Found = {
  type: InsightType;
  finding: string;
  title: string;
  description: string;
  /** From 0 to 1. */
  confidence: number;
  /** 0 low, 1 medium, 2 high, 3 urgent. */
  priority: 0 | 1 | 2 | 3;
  cited: Cited[];
  /** `needsContact`: it rests on what was said, which not everybody may see. */
  data: Record<string, unknown>;
  expiresAt: number;
};

export const hour = 3_600_000;
export const day = 24 * hour;

const spoken: Record<string, string> = {
  email: "An email",
  phone: "A call",
  chat: "A chat",
  meeting: "A meeting",
};

export function citedTalk({ id, at, channel, direction }: KnownConversation): Cited {
  const who = direction === "inbound" ? "from them" : "from us";
  return { kind: "conversation", id, at, words: `${spoken[channel] ?? "A message"} ${who}` };
}

export function citedTouch(touch: Known["touches"][number]): Cited {
  return { kind: "touchpoint", ...touch };
}

export function isOpen({ status }: Known["lead"]): boolean {
  return !["closed_won", "closed_lost", "unqualified"].includes(status);
}

export function daysIn(span: number): number {
  return Math.floor(span / day);
}

export function sayDays(span: number): string {
  const days = daysIn(span);
  return days === 1 ? "one day" : `${days} days`;
}
