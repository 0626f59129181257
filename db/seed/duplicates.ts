import type { Id } from "../ids";
import type { DuplicateReason, leadDuplicates } from "../schema/cell/duplicates";
import { ascii } from "./lead-companies";
import type { SeedLead } from "./lead-year";
import { type Ground, newId } from "./people";

/** Somebody of the year who came a second time and was not known again, and what says so. */
export type Twin = { of: number; lead: SeedLead; score: number; reasons: DuplicateReason[] };

type Way = Pick<Twin, "score" | "reasons"> & { again(lead: SeedLead): Partial<SeedLead> };

const ways: Way[] = [
  {
    score: 99,
    reasons: ["same_mailbox", "same_name", "same_company"],
    again: ({ email }) => ({
      email: withoutDots(email),
      phone: null,
      notes: "Asked again by the price list.",
    }),
  },
  {
    score: 93,
    reasons: ["same_mail_name", "same_phone", "same_name"],
    again: (lead) => ({
      email: `${mailNameOf(lead)}@postkasse.example`,
      company: null,
      kind: "home",
      jobTitle: null,
    }),
  },
  {
    score: 76,
    reasons: ["near_name", "same_company"],
    again: ({ firstName, lastName }) => ({
      firstName: `${firstName.charAt(0)}.`,
      email: `${ascii(lastName)}.post@postkasse.example`,
      phone: null,
      notes: "Card from the fair, first name not readable.",
    }),
  },
];

const day = 86_400_000;
const twinCount = 6;

/** A few of them, each the way such things happen: another spelling, the private address, a card from a fair. */
export function twinsOf(leads: readonly SeedLead[], now: number): Twin[] {
  const known = leads.flatMap((lead, of) => (isClear(lead, now) ? [{ lead, of }] : []));
  return known.slice(-twinCount).flatMap(({ lead, of }, place) => {
    const way = ways[place % ways.length];
    if (!way) return [];
    const at = now - (place + 1) * day - 3_600_000;
    return [
      { of, lead: { ...lead, ...untouched(at), ...way.again(lead) }, score: way.score, reasons: way.reasons },
    ];
  });
}

/** With a number, a firm and both names in the address, and here for more than ten days. */
function isClear({ email, phone, company, story }: SeedLead, now: number): boolean {
  const at = story.moves[0]?.at ?? now;
  return (
    phone !== null && company !== null && at < now - 10 * day && (email.split("@")[0] ?? "").includes(".")
  );
}

function untouched(at: number): Partial<SeedLead> {
  const story: SeedLead["story"] = {
    moves: [{ status: "new", at }],
    status: "new",
    movedAt: at,
    reached: 0,
    reason: null,
    owner: null,
    lastContactedAt: null,
    nextFollowUpAt: null,
  };
  return { story, bant: null, notes: "", tags: [] };
}

function withoutDots(email: string): string {
  const [local = "", domain = ""] = email.split("@");
  return `${local.replaceAll(".", "")}@${domain}`;
}

function mailNameOf({ email }: SeedLead): string {
  return email.split("@")[0] ?? email;
}

/** What the product finds when it compares the two. */
export function pairRow(
  ground: Ground,
  organizationId: Id<"organization">,
  { score, reasons }: Twin,
  { leadId, otherLeadId }: { leadId: Id<"lead">; otherLeadId: Id<"lead"> },
): typeof leadDuplicates.$inferInsert {
  const { now } = ground;
  const id = newId(ground, "duplicate");
  return { id, organizationId, leadId, otherLeadId, score, reasons, createdAt: now, updatedAt: now };
}
