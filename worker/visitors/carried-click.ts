import { type Id, isId, parseId } from "../../db/ids";

const lifetimeMs = 30 * 86_400_000;

/**
 * The click that led here, as its target's address carries it. It needs no signature: nobody guesses such an id, and it
 * counts for nothing outside the organization that kept the click. Older than a month it says no longer why somebody came.
 */
export function carriedClick(now: number, carried: string | null | undefined): Id<"click"> | null {
  if (!isId("click", carried)) return null;
  const age = now - (parseId(carried)?.time ?? 0);
  return age < lifetimeMs && age > -lifetimeMs ? carried : null;
}
