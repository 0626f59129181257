import type { Found, Known } from "./known";
import { nextBestAction } from "./next-action";
import { churnRisks } from "./risks";
import { buyingSignals, competitiveThreats } from "./signals";
import { contactTimes, contentToSend } from "./timing";

/** Everything that can be said of a lead now. The same knowledge says the same. */
export function findInsights(known: Known): Found[] {
  const found = [
    ...buyingSignals(known),
    ...competitiveThreats(known),
    ...churnRisks(known),
    ...contactTimes(known),
    ...contentToSend(known),
  ];
  return [...nextBestAction(known, found), ...found].filter(({ expiresAt }) => expiresAt > known.now);
}
