import type { Dice } from "./dice";
import { channels, type ChannelName } from "./lead-channels";
import { lostReasons, wonReasons } from "./lead-words";

export type StageStatus =
  | "new"
  | "contacted"
  | "qualified"
  | "proposal"
  | "negotiation"
  | "closed_won"
  | "closed_lost"
  | "nurturing"
  | "unqualified";

export type Kind = "office" | "cafe" | "hotel" | "home";

export type StageMove = { status: StageStatus; at: number };

/** How it went with somebody, from the first word to where it stands. */
export type LeadStory = {
  moves: StageMove[];
  status: StageStatus;
  movedAt: number;
  /** How far along the open stages it came: 0 is new, 4 is negotiation. */
  reached: number;
  reason: string | null;
  owner: "Inés" | "Jonas" | "Mateus" | null;
  lastContactedAt: number | null;
  nextFollowUpAt: number | null;
};

type Telling = { dice: Dice; kind: Kind; channel: ChannelName; arrivedAt: number; now: number };

const day = 86_400_000;
/** Nobody has looked at who came since then. */
export const freshFor = 30 * 3_600_000;
const path: StageStatus[] = ["new", "contacted", "qualified", "proposal", "negotiation"];
/** Of those who came as far, how many go on; the rest stays away from there. */
const goesOn = [0.88, 0.74, 0.7, 0.72, 0.7];
/** Days until the next step. */
const patience: [number, number][] = [
  [0, 2],
  [2, 9],
  [4, 16],
  [5, 21],
  [4, 18],
];

export function storyOf(telling: Telling): LeadStory {
  const { dice, kind, channel, arrivedAt, now } = telling;
  const moves: StageMove[] = [{ status: "new", at: arrivedAt }];
  if (arrivedAt > now - freshFor) return close(telling, moves, 0);
  const luck = channels[channel].luck * (kind === "cafe" ? 1.15 : 1);
  let [at, reached] = [arrivedAt, 0];
  for (const [step, share] of goesOn.entries()) {
    at += waitOf(dice, step, kind);
    if (at > now) return close(telling, moves, reached);
    const lucky = 1 - (1 - share) / luck;
    if (!dice.chance(lucky)) return close(telling, [...moves, { status: endOf(dice, step), at }], reached);
    const next = path[step + 1];
    if (next) reached = step + 1;
    moves.push({ status: next ?? "closed_won", at });
  }
  return close(telling, moves, reached);
}

/** At home one decides in days. */
function waitOf(dice: Dice, step: number, kind: Kind): number {
  const [least, most] = patience[step] ?? [1, 5];
  const hours = dice.between(least * 24 + 1, most * 24 + 9);
  return (kind === "home" ? hours / 4 : hours) * 3_600_000;
}

function endOf(dice: Dice, step: number): StageStatus {
  if (step === 0) return dice.weigh({ unqualified: 5, closed_lost: 2, nurturing: 3 });
  return dice.weigh({ closed_lost: 7, nurturing: step < 3 ? 3 : 1, unqualified: step < 2 ? 1 : 0.01 });
}

function close({ dice, now }: Telling, moves: StageMove[], reached: number): LeadStory {
  const last = moves.at(-1) ?? { status: "new" as const, at: now };
  const isOpen = path.includes(last.status);
  const contactedAt = reached > 0 ? Math.min(now, last.at + dice.between(0, 2) * day) : null;
  return {
    moves,
    status: last.status,
    movedAt: last.at,
    reached,
    reason: reasonOf(dice, last.status),
    owner: last.status === "new" && dice.chance(0.6) ? null : dice.weigh({ Mateus: 5, Inés: 3, Jonas: 2 }),
    lastContactedAt: contactedAt,
    nextFollowUpAt: isOpen && reached > 0 ? now + dice.between(-2, 12) * day : null,
  };
}

function reasonOf(dice: Dice, status: StageStatus): string | null {
  if (status === "closed_won") return dice.weigh(wonReasons);
  return status === "closed_lost" ? dice.weigh(lostReasons) : null;
}
