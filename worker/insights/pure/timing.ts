import { citedTalk, citedTouch, day, type Found, hour, isOpen, type Known } from "./known";

const leastTimes = 5;
const leastShare = 0.5;
const stretchHours = 3;

/** When somebody comes by and writes of their own accord; said only where more than half of it falls together. */
export function contactTimes({ lead, conversations, touches, now }: Known): Found[] {
  if (!isOpen(lead)) return [];
  const times = [
    ...conversations.filter(({ direction }) => direction === "inbound").map(citedTalk),
    ...touches.map(citedTouch),
  ].filter(({ at }) => at > now - 90 * day);
  if (times.length < leastTimes) return [];
  const stretchOf = (at: number) => Math.floor((((at % day) + day) % day) / (stretchHours * hour));
  const [stretch = 0, within = []] =
    [...Map.groupBy(times, ({ at }) => stretchOf(at))].toSorted(
      ([, one], [, other]) => other.length - one.length,
    )[0] ?? [];
  const share = within.length / times.length;
  if (share < leastShare) return [];
  const from = stretch * stretchHours;
  const needsContact = within.some(({ kind }) => kind === "conversation");
  return [
    {
      type: "optimal_contact_time",
      finding: "hours",
      title: `Best reached from ${from} to ${from + stretchHours} h UTC`,
      description: `${within.length} of ${times.length} times they were here or wrote fall into these hours.`,
      confidence: Math.round(share * 100) / 100,
      priority: 0,
      cited: within.slice(0, 5),
      data: { fromHour: from, toHour: from + stretchHours, ...(needsContact ? { needsContact } : {}) },
      expiresAt: now + 30 * day,
    },
  ];
}

const mostPieces = 3;

/** What to send next: where the journey leads on from what brought them here. */
export function contentToSend({ lead, further, now }: Known): Found[] {
  if (!isOpen(lead)) return [];
  return further.slice(0, mostPieces).map(({ touchId, touchedAt, pieceId, title }) => ({
    type: "content_recommendation",
    finding: pieceId,
    title: `Send “${title}”`,
    description: "It follows on what brought them here, and they have not seen it.",
    confidence: 0.6,
    priority: 0,
    cited: [
      { kind: "touchpoint", id: touchId, at: touchedAt, words: "What brought them here" },
      { kind: "piece", id: pieceId, at: touchedAt, words: title },
    ],
    data: { pieceId },
    expiresAt: now + 60 * day,
  }));
}
