import { takeTurn } from "./load.mjs";
import { processorMs } from "./processes.mjs";
import { median, summaryOf } from "./statistics.mjs";

const warmUp = { count: 150, width: 4 };
/** One after the other says how long an answer takes; several at once say how many there are in a second. */
const alone = { rounds: 24, count: 25, width: 1 };
const together = { rounds: 6, count: 120, width: 8 };

/** Short turns, round after round, so that whatever else the machine does meets everybody alike. */
export async function measureSpeed(targets, processes) {
  for (const target of targets) await takeTurn(target, warmUp);
  const one = await measure(targets, alone, processes);
  const many = await measure(targets, together, processes);
  return targets.map((target) => describe(target, { one, many }));
}

async function measure(targets, { rounds, ...size }, processes) {
  const taken = new Map(targets.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const target of rotated(targets, round)) {
      const pids = target.isBare ? processes.bare : processes.product;
      const before = processorMs(pids);
      const turn = await takeTurn(target, size);
      await quiet();
      const used = before === null ? null : processorMs(pids) - before;
      taken.get(target.name).push({ ...turn, processorMs: used });
    }
  }
  return taken;
}

function describe({ name, against }, { one, many }) {
  const turns = one.get(name);
  const latency = summaryOf(turns.flatMap(({ samples }) => samples));
  const crowded = many.get(name);
  const answers = crowded.flatMap(({ samples }) => samples);
  const seconds = crowded.reduce((total, turn) => total + turn.seconds, 0);
  return {
    name,
    ...latency,
    ...(against ? { against, ...ratios(turns, one.get(against)) } : {}),
    perSecond: answers.length / seconds,
    underLoad: summaryOf(answers),
    processorMs: perAnswer(crowded, answers.length),
  };
}

/** Over all samples, and as the median of the rounds: the two agree unless something disturbed the run. */
function ratios(turns, yardstick) {
  const p50 = (turn) => summaryOf(turn.samples).p50;
  const whole = (list) => summaryOf(list.flatMap(({ samples }) => samples)).p50;
  const byRound = turns.map((turn, round) => p50(turn) / p50(yardstick[round]));
  return { ratio: whole(turns) / whole(yardstick), ratioByRound: median(byRound) };
}

function perAnswer(turns, answers) {
  const used = turns.map((turn) => turn.processorMs);
  return used.includes(null) ? null : used.reduce((total, ms) => total + ms, 0) / answers;
}

/** What a turn left to be done afterwards is not the next one's time. */
function quiet() {
  return new Promise((resolve) => setTimeout(resolve, 15));
}

function rotated(list, by) {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}
