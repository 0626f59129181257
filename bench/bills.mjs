import { createLoad } from "./load.mjs";
import { watch } from "./live.mjs";
import { processorMs } from "./processes.mjs";

/** As often as one address or person may order mail in an hour. */
const times = 20;
const quietMs = 1500;

/** What an act causes: its request, the queue's batches, the objects that are asked; not what the clock does anyway. */
const caused = ["request", "queue", "limiter", "room", "sweeper"];

/** Does every act a few times and reads the meter: what one of them is billed, with all that follows from it. */
export async function billActs(acts, metered) {
  const load = createLoad(metered.url);
  const meter = { load, metered, idle: await idleChores(load) };
  const bills = [];
  for (const act of acts) bills.push(await billAct(act, meter));
  load.close();
  return { acts: bills, clock: meter.idle };
}

/** The first twenty are read on the meter; the next twenty are warm and tell what the processor does. */
async function billAct({ name, words, next, watched }, { load, metered, idle }) {
  const viewers = watched
    ? await Promise.all([watch(metered.url, watched), watch(metered.url, watched)])
    : [];
  const before = await readMeter(load);
  for (let turn = 0; turn < times; turn++) await load.ask(next(turn));
  await untilQuiet(load);
  const bill = subtract(await readMeter(load), before);
  const chores = subtract({ chores: await runChores(load) }, { chores: idle }).chores;
  const processor = await processorTime(metered, async () => {
    for (let turn = times; turn < 2 * times; turn++) await load.ask(next(turn));
    await untilQuiet(load);
  });
  // What the warm ones left is not the next act's.
  await runChores(load);
  for (const viewer of viewers) viewer.close();
  const { rowsRead, rowsWritten } = chores;
  const total = sum([...caused.map((cause) => bill[cause]), { rowsRead, rowsWritten }]);
  return { name, words, processorMs: processor === null ? null : processor / times, ...shared(total, times) };
}

async function processorTime({ processes }, work) {
  const before = processorMs(processes);
  await work();
  return before === null ? null : processorMs(processes) - before;
}

/** Opens a room and leaves it open; `read` says what one alarm of each kind of object came to, the room's since then. */
export async function watchAlarms(metered, viewers) {
  const load = createLoad(metered.url);
  const sockets = await Promise.all(viewers.map((viewer) => watch(metered.url, viewer)));
  const { "room alarm": before } = await readMeter(load);
  const sinceThen = async () => subtract(await readMeter(load), { "room alarm": before });
  return {
    async read() {
      const bills = await untilEachRang(sinceThen);
      for (const socket of sockets) socket.close();
      load.close();
      return Object.fromEntries(
        alarms.map((alarm) => [alarm, shared(bills[alarm], bills[alarm].objectCalls)]),
      );
    },
  };
}

const alarms = ["limiter alarm", "room alarm", "sweeper alarm"];
const slowestAlarmMs = 90_000;

async function untilEachRang(read) {
  for (const begun = Date.now(); Date.now() - begun < slowestAlarmMs;) {
    const bills = await read();
    if (alarms.every((alarm) => bills[alarm]?.objectCalls > 0)) return bills;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error("An alarm never rang.");
}

/** The first request of a process wakes the sweepers, and the first round of chores clears what the seeding left. */
async function idleChores(load) {
  await load.ask({ path: "/v1/health" });
  await runChores(load);
  return await runChores(load);
}

async function runChores(load) {
  const before = await readMeter(load);
  await load.ask({ path: "/bench/clock" });
  await untilQuiet(load);
  return subtract(await readMeter(load), before).clock;
}

/** Jobs are done and deferred work is over when nothing has been counted for a while; the clock's alarms do not matter. */
async function untilQuiet(load) {
  let last = "";
  for (let since = Date.now(); Date.now() - since < quietMs;) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const bills = await readMeter(load);
    const now = JSON.stringify(caused.map((cause) => bills[cause]));
    if (now !== last) since = Date.now();
    last = now;
  }
}

async function readMeter(load) {
  return JSON.parse((await load.ask({ path: "/bench/bills" })).answer);
}

function subtract(after, before) {
  return Object.fromEntries(
    Object.entries(after).map(([cause, bill]) => [
      cause,
      Object.fromEntries(
        Object.entries(bill).map(([name, count]) => [name, count - (before[cause]?.[name] ?? 0)]),
      ),
    ]),
  );
}

function sum(bills) {
  const total = {};
  for (const bill of bills)
    for (const [name, count] of Object.entries(bill ?? {})) total[name] = (total[name] ?? 0) + count;
  return total;
}

function shared(bill, among) {
  return Object.fromEntries(Object.entries(bill).map(([name, count]) => [name, count / among]));
}
