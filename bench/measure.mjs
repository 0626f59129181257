import { createLoader } from "./load.mjs";

const warmUp = 150;

/** Every act in short turns, over and over, so that whatever else the machine does falls on all of them alike. */
export async function measureLatency(acts, loaders, { rounds, perRound }) {
  const times = new Map(acts.map((act) => [act.name, []]));
  const next = new Map(acts.map((act) => [act.name, 0]));
  const turn = async (act, count) => {
    const from = next.get(act.name);
    next.set(act.name, from + count);
    return await loaders[act.on].inSequence(act, from, count);
  };
  for (const act of acts) await turn(act, countOf(act, warmUp));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? acts : acts.toReversed();
    for (const act of order) times.get(act.name).push(...(await turn(act, countOf(act, perRound))));
  }
  const figures = acts.map((act) => [act.name, summary(times.get(act.name))]);
  return { figures: Object.fromEntries(figures), used: next };
}

export async function measureThroughput(acts, loaders, used, { callers, rounds, ms }) {
  const best = {};
  for (let round = 0; round < rounds; round++) {
    for (const act of acts) {
      const from = used.get(act.name);
      const { done, perSecond } = await loaders[act.on].atOnce(act, from, callers, ms * act.share);
      used.set(act.name, from + done);
      best[act.name] = Math.max(best[act.name] ?? 0, perSecond);
    }
  }
  return best;
}

/** What one act costs in rows, messages and objects, with all that follows from it. */
export async function countCosts(acts, metered, count) {
  const loader = createLoader(metered.address);
  const costs = {};
  let first = 0;
  for (const act of acts.filter(({ on }) => on === "product")) {
    await loader.inSequence(act, first, count);
    await settled(loader);
    const before = await readMeter(loader);
    await loader.inSequence(act, first + count, count);
    const after = await settled(loader);
    costs[act.name] = Object.fromEntries(
      Object.entries(after).map(([name, value]) => [name, (value - before[name]) / count]),
    );
    first += 2 * count;
  }
  loader.close();
  return costs;
}

/** Waits until nothing has been counted for a while: jobs are done, and the sweeper has looked. */
async function settled(loader) {
  let last = await readMeter(loader);
  for (let quiet = 0; quiet < 5;) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const now = await readMeter(loader);
    quiet = JSON.stringify(now) === JSON.stringify(last) ? quiet + 1 : 0;
    last = now;
  }
  return last;
}

async function readMeter(loader) {
  return JSON.parse((await loader.send({ path: "/bench/meter" })).body);
}

function countOf({ share }, count) {
  return Math.max(3, Math.round(count * share));
}

function summary(times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { requests: sorted.length, p50: at(0.5), p99: at(0.99) };
}
