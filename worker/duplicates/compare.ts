import type { DuplicateReason } from "../../db/schema/cell/duplicates";
import { type Lead, phoneKey, simplify } from "../leads";
import { likeness } from "./likeness";
import { mailboxKey, mailDomain, mailName, phoneSpellings } from "./same-keys";

export type Comparable = Pick<
  Lead,
  "email" | "phone" | "firstName" | "lastName" | "companyName" | "companyId"
>;
export type Likeness = { score: number; reasons: DuplicateReason[] };

/** From here on two leads are shown to somebody. */
export const worthShowing = 60;

/** How much each of these alone speaks for one person; together they add up as chances do. */
const speaksFor: Record<DuplicateReason, number> = {
  same_mailbox: 0.95,
  same_phone: 0.75,
  same_phone_abroad: 0.62,
  same_name: 0.55,
  near_name: 0.4,
  same_mail_name: 0.4,
  same_company: 0.6,
};

/** Whether two leads may be one person, and what says so. The same whichever stands first. */
export function compareLeads(a: Comparable, b: Comparable): Likeness {
  const names = nameLikeness(a, b);
  const name = nameReason(names);
  const reasons: DuplicateReason[] = [
    ...mailReason(a, b),
    ...phoneReason(a, b),
    ...(name ? [name] : []),
    ...(name && isSameCompany(a, b) ? (["same_company"] as const) : []),
  ];
  const missed = reasons.reduce((rest, reason) => rest * (1 - speaksFor[reason]), 1);
  return { score: Math.round(100 * (1 - missed) * doubt(a, b, names, reasons)), reasons };
}

function mailReason(a: Comparable, b: Comparable): DuplicateReason[] {
  const [mine, other] = [mailboxKey(a.email), mailboxKey(b.email)];
  if (mine !== null && mine === other) return ["same_mailbox"];
  const name = mailName(a.email);
  return name !== null && name === mailName(b.email) ? ["same_mail_name"] : [];
}

function phoneReason(a: Comparable, b: Comparable): DuplicateReason[] {
  const [mine, other] = [phoneKey(a.phone), phoneKey(b.phone)];
  if (mine === null || other === null) return [];
  if (mine === other) return ["same_phone"];
  return phoneSpellings(a.phone).includes(other) || phoneSpellings(b.phone).includes(mine)
    ? ["same_phone_abroad"]
    : [];
}

/** Null where one of them has no whole name. First and last name may stand in each other's place. */
function nameLikeness(a: Comparable, b: Comparable): number | null {
  const [first, last, otherFirst, otherLast] = [a.firstName, a.lastName, b.firstName, b.lastName].map(
    simplify,
  );
  if (!first || !last || !otherFirst || !otherLast) return null;
  const straight = Math.min(givenLikeness(first, otherFirst), likeness(last, otherLast));
  const swapped = Math.min(likeness(first, otherLast), likeness(last, otherFirst));
  return Math.max(straight, swapped);
}

/** “A.” may be “Ada”. */
function givenLikeness(a: string, b: string): number {
  const [mine, other] = [a, b].map((name) => name.replace(/\.$/, ""));
  if (mine?.length === 1 || other?.length === 1) return mine?.[0] === other?.[0] ? 0.95 : 0;
  return likeness(a, b);
}

function nameReason(names: number | null): DuplicateReason | null {
  if (names === null || names < 0.9) return null;
  return names === 1 ? "same_name" : "near_name";
}

function isSameCompany(a: Comparable, b: Comparable): boolean {
  if (a.companyId !== null && a.companyId === b.companyId) return true;
  const [mine, other] = [simplify(a.companyName), simplify(b.companyName)];
  return mine !== "" && mine === other;
}

/** What speaks against: a number shared by people of clearly different names, and two mailboxes at one firm. */
function doubt(a: Comparable, b: Comparable, names: number | null, reasons: DuplicateReason[]): number {
  if (reasons.includes("same_mailbox")) return 1;
  if (names !== null && names < 0.8) return 0.65;
  const domain = mailDomain(a.email);
  const twoBoxes = domain !== null && domain === mailDomain(b.email);
  if (!twoBoxes) return 1;
  return reasons.includes("same_name") ? 0.9 : 0.6;
}
