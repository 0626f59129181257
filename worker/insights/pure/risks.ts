import { citedTalk, citedTouch, day, type Found, isOpen, type Known, sayDays } from "./known";
import { isTheirs } from "./signals";

/** How long silence is usual in a stage. */
const patience: Record<string, number> = {
  new: 7,
  contacted: 14,
  qualified: 14,
  proposal: 10,
  negotiation: 7,
  nurturing: 60,
};

/** What may make somebody turn away whom there is still something to win from. */
export function churnRisks(known: Known): Found[] {
  if (!isOpen(known.lead)) return [];
  return [...quiet(known), ...displeased(known)];
}

function quiet({ lead, now, conversations, done, touches }: Known): Found[] {
  const signs = [
    ...conversations.slice(0, 1).map(citedTalk),
    ...done
      .slice(0, 1)
      .map(({ id, type, at }) => ({ kind: "activity", id, at, words: type.replace("_", " ") })),
    ...touches.slice(0, 1).map(citedTouch),
    { kind: "lead", id: lead.id, at: lead.lastActivityAt ?? lead.createdAt, words: "The last that is known" },
  ];
  const last = signs.reduce((newest, one) => (one.at > newest.at ? one : newest));
  const usual = (patience[lead.status] ?? 14) * day;
  const silence = now - last.at;
  // Somebody with a day to come is waited for, not lost.
  if (silence < usual || (lead.nextFollowUpAt ?? 0) > now) return [];
  const isFar = lead.status === "proposal" || lead.status === "negotiation";
  return [
    {
      type: "churn_risk",
      finding: "quiet",
      title: `Quiet for ${sayDays(silence)}`,
      description: `In this stage ${sayDays(usual)} are usual.`,
      confidence: Math.min(0.5 + 0.1 * Math.floor(silence / usual), 0.9),
      priority: isFar ? 2 : 1,
      cited: [last],
      data: last.kind === "conversation" ? { needsContact: true } : {},
      expiresAt: now + 14 * day,
    },
  ];
}

const rememberedFor = 30 * day;

/** Only the newest of their words counts: what was made good is no risk any more. */
function displeased({ conversations, now }: Known): Found[] {
  const newest = conversations.find(
    ({ direction, channel, sentiment }) => isTheirs(direction, channel) && sentiment,
  );
  if (!newest || newest.at < now - rememberedFor) return [];
  const { sentiment, intent } = newest;
  const declines = intent?.primary === "decline";
  if (!declines && sentiment?.overall !== "negative") return [];
  return [
    {
      type: "churn_risk",
      finding: declines ? "declines" : "displeased",
      title: declines ? "Says no" : "Is displeased",
      description: "By the last they said.",
      confidence: (declines ? intent : sentiment)?.confidence ?? 0,
      priority: 2,
      cited: [citedTalk(newest)],
      data: { needsContact: true },
      expiresAt: newest.at + rememberedFor,
    },
  ];
}
