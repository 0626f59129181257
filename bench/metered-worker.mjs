import { meterRows } from "../db/meter";
import * as api from "./index.js";

/** What Cloudflare bills, by who caused it: a request, a queue's batch, an object at work, or the clock. */
const bills = new Map();
const blank = {
  requests: 0,
  rowsRead: 0,
  rowsWritten: 0,
  objectCalls: 0,
  objectRowsRead: 0,
  objectRowsWritten: 0,
  queueOperations: 0,
};

function billOf(cause) {
  if (!bills.has(cause)) bills.set(cause, { ...blank });
  return bills.get(cause);
}

export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname === "/bench/bills") return Response.json(Object.fromEntries(bills));
    if (pathname === "/bench/clock") return await tick(env, ctx);
    const bill = billOf("request");
    bill.requests++;
    return await api.default.fetch(request, metered(env, bill), ctx);
  },

  async queue(batch, env, ctx) {
    const bill = billOf("queue");
    bill.requests++;
    // Each message is read, and deleted once acknowledged.
    bill.queueOperations += 2 * batch.messages.length;
    await api.default.queue(batch, metered(env, bill), ctx);
  },
};

async function tick(env, ctx) {
  const bill = billOf("clock");
  bill.requests++;
  await api.default.scheduled({}, metered(env, bill), ctx);
  return new Response("ok");
}

export class RateLimiter extends api.RateLimiter {
  constructor(ctx, env) {
    const rows = meteredStorage(ctx.storage, "limiter");
    super(ctx, env);
    this.rows = rows;
  }

  async alarm() {
    await this.rows.inAlarm(() => super.alarm());
  }
}

export class LiveRoom extends api.LiveRoom {
  constructor(ctx, env) {
    const rows = meteredStorage(ctx.storage, "room");
    super(ctx, metered(env, billOf("room alarm")));
    this.rows = rows;
  }

  async alarm() {
    await this.rows.inAlarm(() => super.alarm());
  }
}

/** Its own alarm would do the chores at a moment that nobody chose; here only the clock does them. */
export class Sweeper extends api.Sweeper {
  constructor(ctx, env) {
    const rows = meteredStorage(ctx.storage, "sweeper");
    super(ctx, env);
    this.rows = rows;
  }

  async alarm() {
    await this.rows.inAlarm(() => super.alarm());
  }

  async sweep() {}
}

const known = new WeakMap();

/** The same environment for the same cause, because the product remembers things by it. */
function metered(env, bill) {
  const byBill = known.get(env) ?? new Map();
  known.set(env, byBill);
  if (!byBill.has(bill)) byBill.set(bill, withMeters(env, bill));
  return byBill.get(bill);
}

function withMeters(env, bill) {
  const entries = Object.entries(env).map(([name, value]) => {
    if (name === "DB") return [name, meteredDatabase(value, bill)];
    if (typeof value?.idFromName === "function") return [name, meteredNamespace(value, bill)];
    if (typeof value?.sendBatch === "function") return [name, meteredQueue(value, bill)];
    return [name, value];
  });
  return Object.fromEntries(entries);
}

function meteredDatabase(database, bill) {
  return {
    withSession(from) {
      const session = database.withSession(from);
      meterRows(session, {
        get read() {
          return bill.rowsRead;
        },
        set read(count) {
          bill.rowsRead = count;
        },
        get written() {
          return bill.rowsWritten;
        },
        set written(count) {
          bill.rowsWritten = count;
        },
      });
      return session;
    },
  };
}

function meteredNamespace(namespace, bill) {
  const asked = (stub) => ({
    get:
      (_, method) =>
      (...given) => {
        bill.objectCalls++;
        return stub[method](...given);
      },
  });
  return {
    idFromName: (name) => namespace.idFromName(name),
    get(id) {
      const stub = namespace.get(id);
      return new Proxy(stub, asked(stub));
    },
  };
}

function meteredQueue(queue, bill) {
  return {
    async sendBatch(messages) {
      bill.queueOperations += messages.length;
      await queue.sendBatch(messages);
    },
  };
}

/** In an object's storage keys and alarms are rows too; a list costs at least one. */
function meteredStorage(storage, cause) {
  let bill = billOf(cause);
  const { sql, kv } = storage;
  const rowsOf = (entries) => (typeof entries === "string" ? 1 : Object.keys(entries).length);
  before(storage, "put", (entries) => (bill.objectRowsWritten += rowsOf(entries)));
  before(storage, "get", () => bill.objectRowsRead++);
  before(storage, "setAlarm", () => bill.objectRowsWritten++);
  before(kv, "delete", () => bill.objectRowsWritten++);
  before(kv, "list", () => bill.objectRowsRead++);
  const exec = sql.exec.bind(sql);
  sql.exec = (...query) => {
    const cursor = exec(...query);
    bill.objectRowsWritten += cursor.rowsWritten;
    bill.objectRowsRead += cursor.rowsRead;
    return cursor;
  };
  return {
    async inAlarm(work) {
      bill = billOf(`${cause} alarm`);
      bill.objectCalls++;
      await work();
      bill = billOf(cause);
    },
  };
}

function before(object, name, count) {
  const call = object[name].bind(object);
  object[name] = (...given) => {
    count(...given);
    return call(...given);
  };
}
