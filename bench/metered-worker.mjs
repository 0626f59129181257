import * as api from "./index.js";
import { meterRows } from "../db/meter";

/** What Cloudflare bills, by who caused it: a request, a queue's batch, the clock, or an object's alarm. */
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
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/bench/bills") return Response.json(Object.fromEntries(bills));
    if (pathname === "/bench/recheck") {
      const room = env.LIVE_ROOM.get(env.LIVE_ROOM.idFromName(searchParams.get("room")));
      await room.recheckNow();
      return new Response("ok");
    }
    if (pathname === "/bench/clock") {
      const bill = billOf("clock");
      bill.requests++;
      await api.default.scheduled({}, metered(env, bill), ctx);
      return new Response("ok");
    }
    const bill = billOf("request");
    bill.requests++;
    return await api.default.fetch(request, metered(env, bill), ctx);
  },

  async queue(batch, env, ctx) {
    const bill = billOf("queue");
    bill.requests++;
    await api.default.queue(batch, metered(env, bill), ctx);
    // Read once, and deleted once acknowledged.
    bill.queueOperations += 2 * batch.messages.length;
  },
};

export class RateLimiter extends api.RateLimiter {
  constructor(ctx, env) {
    super(withMeteredStorage(ctx, billOf("limiter")), env);
  }

  async alarm() {
    billOf("limiter alarm").requests++;
    await super.alarm();
  }
}

export class LiveRoom extends api.LiveRoom {
  constructor(ctx, env) {
    super(withMeteredStorage(ctx, billOf("room")), metered(env, billOf("room recheck")));
  }

  async recheckNow() {
    billOf("room recheck").objectCalls++;
    await this.alarm();
  }
}

/** Its own alarm would do the chores at a moment that nobody chose; here the clock does them. */
export class Sweeper extends api.Sweeper {
  constructor(ctx, env) {
    super(withMeteredStorage(ctx, billOf("sweeper")), env);
  }

  async sweep() {
    billOf("sweeper").objectCalls++;
  }
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
  const { DB, LIVE_ROOM, RATE_LIMITER, SWEEPER, GENERATION_QUEUE, DELIVERY_QUEUE, EVENTS_QUEUE } = env;
  return {
    ...env,
    DB: { withSession: (from) => meteredSession(DB.withSession(from), bill) },
    LIVE_ROOM: meteredNamespace(LIVE_ROOM, bill),
    RATE_LIMITER: meteredNamespace(RATE_LIMITER, bill),
    SWEEPER: meteredNamespace(SWEEPER, bill),
    GENERATION_QUEUE: meteredQueue(GENERATION_QUEUE, bill),
    DELIVERY_QUEUE: meteredQueue(DELIVERY_QUEUE, bill),
    EVENTS_QUEUE: meteredQueue(EVENTS_QUEUE, bill),
  };
}

function meteredSession(session, bill) {
  const rows = {
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
  };
  meterRows(session, rows);
  return session;
}

function meteredNamespace(namespace, bill) {
  return {
    idFromName: (name) => namespace.idFromName(name),
    get: (id) => {
      const stub = namespace.get(id);
      return new Proxy(stub, {
        get:
          (_, method) =>
          (...given) => {
            bill.objectCalls++;
            return stub[method](...given);
          },
      });
    },
  };
}

function meteredQueue(queue, bill) {
  return {
    sendBatch: async (messages) => {
      bill.queueOperations += messages.length;
      await queue.sendBatch(messages);
    },
  };
}

/** Keys and alarms are rows too; a list costs at least one. */
function withMeteredStorage(ctx, bill) {
  const { storage } = ctx;
  const { sql, kv } = storage;
  countCalls(
    storage,
    "put",
    (entries) => (bill.objectRowsWritten += typeof entries === "string" ? 1 : Object.keys(entries).length),
  );
  countCalls(storage, "get", () => bill.objectRowsRead++);
  countCalls(storage, "setAlarm", () => bill.objectRowsWritten++);
  countCalls(kv, "delete", () => bill.objectRowsWritten++);
  countCalls(kv, "list", () => bill.objectRowsRead++);
  const exec = sql.exec.bind(sql);
  sql.exec = (...query) => {
    const cursor = exec(...query);
    const toArray = cursor.toArray.bind(cursor);
    bill.objectRowsWritten += cursor.rowsWritten;
    cursor.toArray = () => {
      const rows = toArray();
      bill.objectRowsRead += cursor.rowsRead;
      return rows;
    };
    return cursor;
  };
  return ctx;
}

function countCalls(object, name, count) {
  const call = object[name].bind(object);
  object[name] = (...given) => {
    count(...given);
    return call(...given);
  };
}
