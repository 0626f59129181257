import { afterwards, attempts, type Line, linesFor, nextSteps, remarks, signOffs } from "./activity-words";
import { type Dice, diceOf } from "./dice";
import type { SeedLead } from "./lead-year";

/** One thing that was done, or is to be done, about the lead at a place in the year's list. */
export type SeedActivity = Line & {
  lead: number;
  /** Null: the owner of the organization, not whose lead it is. */
  by: string | null;
  at: number;
  isOpen: boolean;
  duration: number | null;
};

const hour = 3_600_000;
const day = 24 * hour;

/** What people did about a year of leads so that they moved as they did, and what they have before them. */
export function leadActivities(leads: readonly SeedLead[], now: number, seed = 31_415): SeedActivity[] {
  const dice = diceOf(seed);
  const planned = new Map<string, number>();
  const told = leads.flatMap((lead, index) => {
    const telling = { dice, lead, index, now, planned };
    return lead.story.owner === null ? [] : [...doneAbout(telling), ...openFor(telling)];
  });
  return [...told, ...askedOfOwner(dice, leads, now)];
}

type Telling = {
  dice: Dice;
  lead: SeedLead;
  index: number;
  now: number;
  /** How many each seller has planned so far. */
  planned: Map<string, number>;
};

function doneAbout({ dice, lead, index, now }: Telling): SeedActivity[] {
  const { story, kind } = lead;
  const arrivedAt = story.moves[0]?.at ?? now;
  const put = (line: Line, at: number) => done(dice, line, { lead: index, by: story.owner, at });
  const moved = story.moves.slice(1).flatMap(({ status, at }, step) => {
    const line = dice.pick(linesFor(kind, status));
    const before = put(line, Math.max(arrivedAt + 60_000, at - dice.between(2, 40) * 60_000));
    const since = story.moves[step]?.at ?? arrivedAt;
    const earlier = dice.chance(0.3) && kind !== "home" ? dice.pick(step === 0 ? attempts : remarks) : null;
    return earlier ? [put(earlier, earlierThan(dice, before.at, since)), before] : [before];
  });
  const deliveredAt = story.movedAt + dice.between(9, 16) * day;
  const isDelivered = story.status === "closed_won" && deliveredAt < now && kind !== "home";
  return isDelivered ? [...moved, put(afterwards, deliveredAt)] : moved;
}

/** A call that nobody answered was minutes ago, a remark is from some day on the way. */
function earlierThan(dice: Dice, at: number, since: number): number {
  const minutesBefore = at - dice.between(1, 4) * 60_000;
  return at - since < 3 * day ? Math.max(since + 60_000, minutesBefore) : since + (at - since) * 0.6;
}

function done(dice: Dice, line: Line, where: { lead: number; by: string | null; at: number }): SeedActivity {
  const duration = line.minutes ? dice.between(...line.minutes) : null;
  return { ...line, ...where, at: Math.floor(where.at), isOpen: false, duration };
}

/** Most of what is open has a next step: a few are late, some are for today. */
function openFor({ dice, lead, index, now, planned }: Telling): SeedActivity[] {
  const lines = nextSteps[lead.story.status];
  if (!lines || !dice.chance(0.85)) return [];
  const many = dice.chance(0.15) ? lines : [dice.pick(lines)];
  const by = lead.story.owner;
  const arrivedAt = lead.story.moves[0]?.at ?? now;
  return many.map((line) => {
    const place = planned.get(by ?? "") ?? 0;
    planned.set(by ?? "", place + 1);
    const usual = dueOf(dice, now, usualDays[place % usualDays.length] ?? 1);
    // Nobody is late with somebody who came after that.
    const at = usual < arrivedAt ? roundUp(now + 2 * hour) : usual;
    return { ...line, lead: index, by, at, isOpen: true, duration: null };
  });
}

/** In how many days the next one of somebody is due. */
const usualDays = [1, 0, 4, -1, 2, 7, 1, 0, 12, 2, -3, 4, 1, 7];

function dueOf(dice: Dice, now: number, days: number): number {
  if (days === 0) return roundUp(now + dice.between(1, 5) * hour);
  return (
    Math.floor(now / day) * day + days * day + dice.between(7, 15) * hour + dice.pick([0, 15, 30]) * 60_000
  );
}

const roundUp = (time: number) => Math.ceil(time / (15 * 60_000)) * 15 * 60_000;

/** Before a large offer goes out, whoever owns the house looks at it. */
function askedOfOwner(dice: Dice, leads: readonly SeedLead[], now: number): SeedActivity[] {
  return leads
    .map((lead, index) => ({ lead, index }))
    .filter(({ lead }) => lead.story.status === "qualified" || lead.story.status === "proposal")
    .toSorted((one, other) => other.lead.value - one.lead.value)
    .slice(0, signOffs.length)
    .flatMap(({ index }, place) =>
      signOffs.slice(place, place + 1).map((line) => ({
        ...line,
        lead: index,
        by: null,
        at:
          place === 0
            ? now - 20 * hour
            : place < 3
              ? roundUp(now + place * hour)
              : dueOf(dice, now, place - 1),
        isOpen: true,
        duration: null,
      })),
    );
}
