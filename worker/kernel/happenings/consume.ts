import type { Base } from "../context";
import { DomainError } from "../errors";
import { type HappeningsAtWork, type Read, readHappening } from "./define";

type Arrival = Read & { message: Message };

/** A happening that has failed as often as this may be what spoils its company: from then on it comes alone. */
const triesInCompany = 2;

/** One write a type and cell. Each message is acknowledged by itself, so that a bad one never holds up its batch (QUE-03). */
export async function consumeHappenings(
  base: Base,
  messages: readonly Message[],
  atWork: HappeningsAtWork,
): Promise<void> {
  const arrivals: Arrival[] = [];
  for (const message of messages) {
    const read = readHappening(message.body, atWork.definitions);
    if (typeof read === "string") tryLater(base, [message], new DomainError("bad_request", read));
    else arrivals.push({ ...read, message });
  }
  if (arrivals.length === 0) return;
  try {
    const known = await onlyInTheirCell(base, arrivals, atWork);
    await Promise.all([...Map.groupBy(known, companyOf).values()].map((group) => recordGroup(base, group)));
  } catch (error) {
    tryLater(base, arrivals.map(messageOf), error);
  }
}

export const gone = new DomainError(
  "gone",
  "The organization of this happening is not in the cell it names.",
);

/** A happening whose id names another cell than its organization's would be written where nobody looks (TEN-09). */
async function onlyInTheirCell(
  base: Base,
  arrivals: Arrival[],
  atWork: HappeningsAtWork,
): Promise<Arrival[]> {
  const ids = [...new Set(arrivals.map(({ happening }) => happening.organizationId))];
  const cells = await atWork.cellsOf(base, ids);
  const isThere = ({ happening, cell }: Arrival) => cells.get(happening.organizationId) === cell;
  const elsewhere = arrivals.filter((arrival) => !isThere(arrival));
  tryLater(base, elsewhere.map(messageOf), gone);
  return arrivals.filter(isThere);
}

function companyOf({ definition, cell, message }: Arrival): string {
  const alone = message.attempts > triesInCompany ? ` ${message.id}` : "";
  return `${definition.type} ${cell}${alone}`;
}

async function recordGroup(base: Base, group: Arrival[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  const onceEach = [...new Map(group.map(({ happening }) => [happening.id, happening])).values()];
  try {
    await first.definition.record(base, first.cell, onceEach);
    for (const { message } of group) message.ack();
  } catch (error) {
    tryLater(base, group.map(messageOf), error);
  }
}

const messageOf = ({ message }: Arrival) => message;

function tryLater(base: Base, messages: Message[], error: unknown): void {
  for (const message of messages) {
    base.log.error("happening_failed", error, { messageId: message.id, attempts: message.attempts });
    message.retry({ delaySeconds: Math.min(2 ** message.attempts, 300) });
  }
}
