import { citedTalk, citedTouch, day, type Found, hour, isOpen, type Known } from "./known";

const freshFor = 30 * day;

/** How much a sign says, and what it is called. */
const signs: Record<string, { title: string; priority: Found["priority"] }> = {
  decides: { title: "Is deciding", priority: 3 },
  asks_contract: { title: "Asks for terms", priority: 3 },
  asks_price: { title: "Asks the price", priority: 2 },
  names_budget: { title: "Names a budget", priority: 2 },
  asks_demo: { title: "Wants to try it", priority: 2 },
  names_timeline: { title: "Names a date", priority: 1 },
  compares: { title: "Compares offers", priority: 1 },
};

/** Signs that they mean to buy: in what they said, and in coming back. */
export function buyingSignals(known: Known): Found[] {
  if (!isOpen(known.lead)) return [];
  const heard = known.conversations
    .filter(({ direction, channel, at }) => isTheirs(direction, channel) && at > known.now - freshFor)
    .flatMap((talk) => talk.buyingSignals.map((signal) => ({ talk, signal })));
  const said = [...Map.groupBy(heard, ({ signal }) => signal.kind)].flatMap(([kind, told]): Found[] => {
    const sign = signs[kind];
    if (!sign) return [];
    const newest = Math.max(...told.map(({ talk }) => talk.at));
    return [
      {
        type: "buying_signal",
        finding: kind,
        title: sign.title,
        description:
          told.length === 1
            ? "They said so once this month."
            : `They said so ${told.length} times this month.`,
        confidence: Math.max(...told.map(({ signal }) => signal.confidence)),
        priority: sign.priority,
        cited: told.slice(0, 5).map(({ talk }) => citedTalk(talk)),
        data: { needsContact: true },
        expiresAt: newest + freshFor,
      },
    ];
  });
  return [...said, ...comingBack(known)];
}

const week = 7 * day;
const often = 3;

/** Visits of one hour are one visit. */
function comingBack({ touches, now }: Known): Found[] {
  const recent = touches.filter(({ at }) => at > now - week && at <= now);
  const visits = Map.groupBy(recent, ({ at }) => Math.floor(at / hour));
  if (visits.size < often) return [];
  return [
    {
      type: "buying_signal",
      finding: "comes_back",
      title: "Keeps coming back",
      description: `${visits.size} visits in seven days.`,
      confidence: Math.min(0.4 + 0.1 * visits.size, 0.9),
      priority: 1,
      cited: recent.slice(0, 5).map(citedTouch),
      data: { visits: visits.size },
      expiresAt: Math.max(...recent.map(({ at }) => at)) + week,
    },
  ];
}

const threatFor = 60 * day;

/** Who else they talk to, by their own words. */
export function competitiveThreats(known: Known): Found[] {
  if (!isOpen(known.lead)) return [];
  const named = known.conversations
    .filter(({ at }) => at > known.now - threatFor)
    .flatMap((talk) => talk.competitors.map((competitor) => ({ talk, competitor })));
  return [...Map.groupBy(named, ({ competitor }) => competitor.text.toLowerCase())].flatMap(
    ([finding, told]): Found[] => {
      const [first] = told;
      if (!first) return [];
      return [
        {
          type: "competitive_threat",
          finding: finding.slice(0, 120),
          title: `Also looks at ${first.competitor.text}`,
          description: "They named them. Say what sets you apart before they choose.",
          confidence: Math.max(...told.map(({ competitor }) => competitor.confidence)),
          priority: 2,
          cited: told.slice(0, 5).map(({ talk }) => citedTalk(talk)),
          data: { needsContact: true, competitor: first.competitor.text },
          expiresAt: first.talk.at + threatFor,
        },
      ];
    },
  );
}

/** Their own words: what they wrote, and the notes of a talk with them. */
export function isTheirs(direction: string, channel: string): boolean {
  return direction === "inbound" || channel === "phone" || channel === "meeting";
}
