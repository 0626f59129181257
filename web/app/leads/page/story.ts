import type { LeadDetail, LeadsHouse, Touch } from "../lead";

/** One thing that happened with somebody, as one tells it. */
export type Chapter = { at: string; title: string; about: string };

/** What the lead itself knows of its way here, the newest first. */
export function storyOf(lead: LeadDetail, { stages, colleagues, sources }: LeadsHouse): Chapter[] {
  const named = (all: readonly { id: string; name: string }[], id: string | null) =>
    all.find((each) => each.id === id)?.name;
  const source = named(sources, lead.sourceId);
  const stage = named(stages, lead.stageId) ?? "another stage";
  const owner = named(colleagues, lead.assignedTo);
  const first = lead.firstTouch;
  const last = lead.lastTouch && lead.lastTouch.at !== first?.at ? lead.lastTouch : null;
  const isMoved = lead.stageSince !== lead.createdAt;
  const chapters: (Chapter | null)[] = [
    first && { at: first.at, title: "First seen", about: touchWords(first) },
    last && { at: last.at, title: "Came back", about: touchWords(last) },
    { at: lead.createdAt, title: "Became a lead", about: source ? `By ${source}` : "" },
    lead.assignedAt && owner ? { at: lead.assignedAt, title: `Given to ${owner}`, about: "" } : null,
    lead.lastContactedAt ? { at: lead.lastContactedAt, title: "Last contacted", about: "" } : null,
    isMoved ? { at: lead.stageSince, title: `Moved to ${stage}`, about: lead.closeReason } : null,
    lead.convertedAt ? { at: lead.convertedAt, title: "Became a customer", about: "" } : null,
  ];
  return chapters
    .filter((chapter) => chapter !== null)
    .toSorted((one, other) => other.at.localeCompare(one.at));
}

/** “linkedin, office-coffee”, or where they came from. */
export function touchWords({ utm, referrer, landingUrl }: Touch): string {
  const campaign = [utm?.source, utm?.medium, utm?.campaign].filter(Boolean).join(" · ");
  return campaign || referrer || landingUrl || "";
}
