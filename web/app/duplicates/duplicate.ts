import type { LeadLine } from "~/leads/lead";

export type Reason =
  | "same_mailbox"
  | "same_phone"
  | "same_phone_abroad"
  | "same_name"
  | "near_name"
  | "same_mail_name"
  | "same_company";

export const reasonWords: Record<Reason, string> = {
  same_mailbox: "the same mailbox, written differently",
  same_phone: "the same phone number",
  same_phone_abroad: "the same phone number but for the country code",
  same_name: "the same name",
  near_name: "nearly the same name",
  same_mail_name: "the same name before the @",
  same_company: "the same company",
};

/** Two leads that may be one person; the older one first. */
export type Pair = { id: string; score: number; reasons: Reason[]; leads: [LeadLine, LeadLine] };

export type Scan = { looked: number; found: number; startedAt: string; finishedAt: string | null };

export function sayReasons(reasons: readonly Reason[]): string {
  const words = reasons.map((reason) => reasonWords[reason]).join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function mergeTo(leadsTo: string, keptId: string, mergedId: string): string {
  return `${leadsTo}/merge?${new URLSearchParams({ keep: keptId, merge: mergedId }).toString()}`;
}
