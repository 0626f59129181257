import * as product from "product";
import { meterRows } from "../../db/meter.ts";

/** The product with everything counted that is paid for, in the answer and after it: `GET /bench/meter` tells. */
const meter = {
  requests: 0,
  read: 0,
  written: 0,
  messages: 0,
  deliveries: 0,
  objectCalls: 0,
  objectRowsRead: 0,
  objectRowsWritten: 0,
};
const rows = meter;
const meteredEnvironments = new WeakMap();

export default {
  async fetch(request, env, ctx) {
    if (new URL(request.url).pathname === "/bench/meter") return Response.json(meter);
    meter.requests += 1;
    return await product.default.fetch(request, metered(env), ctx);
  },
  async queue(batch, env, ctx) {
    meter.deliveries += batch.messages.length;
    await product.default.queue(batch, metered(env), ctx);
  },
};

export class LiveRoom extends product.LiveRoom {
  constructor(ctx, env) {
    listenToStorage(ctx.storage);
    super(ctx, metered(env));
  }
}

export class RateLimiter extends product.RateLimiter {
  constructor(ctx, env) {
    listenToStorage(ctx.storage);
    super(ctx, metered(env));
  }
}

export class Sweeper extends product.Sweeper {
  constructor(ctx, env) {
    listenToStorage(ctx.storage);
    super(ctx, metered(env));
  }
}

/** One wrapped environment for each real one, so that what the product remembers by environment stays remembered. */
function metered(env) {
  const known = meteredEnvironments.get(env);
  if (known) return known;
  const wrapped = Object.fromEntries(
    Object.entries(env).map(([name, binding]) => [name, meteredBinding(binding)]),
  );
  meteredEnvironments.set(env, wrapped);
  meteredEnvironments.set(wrapped, wrapped);
  return wrapped;
}

function meteredBinding(binding) {
  if (typeof binding?.withSession === "function") return meteredDatabase(binding);
  if (typeof binding?.idFromName === "function") return meteredObjects(binding);
  if (typeof binding?.sendBatch === "function") return meteredQueue(binding);
  return binding;
}

function meteredDatabase(database) {
  return {
    withSession(from) {
      const session = database.withSession(from);
      meterRows(session, rows);
      return session;
    },
  };
}

function meteredQueue(queue) {
  return {
    send(...parts) {
      meter.messages += 1;
      return queue.send(...parts);
    },
    sendBatch(messages, ...rest) {
      meter.messages += messages.length;
      return queue.sendBatch(messages, ...rest);
    },
  };
}

function meteredObjects(namespace) {
  return {
    idFromName: (name) => namespace.idFromName(name),
    idFromString: (id) => namespace.idFromString(id),
    get: (id, ...rest) => countingCalls(namespace.get(id, ...rest)),
    getByName: (name, ...rest) => countingCalls(namespace.get(namespace.idFromName(name), ...rest)),
  };
}

function countingCalls(stub) {
  return new Proxy(stub, {
    get(target, method) {
      return (...parts) => {
        meter.objectCalls += 1;
        return target[method](...parts);
      };
    },
  });
}

/** Keys put and alarms set are rows written; what SQL touched it says itself. */
function listenToStorage(storage) {
  listen(
    storage,
    "put",
    ([first]) => (meter.objectRowsWritten += typeof first === "string" ? 1 : Object.keys(first).length),
  );
  listen(storage, "setAlarm", () => (meter.objectRowsWritten += 1));
  listen(storage, "get", () => (meter.objectRowsRead += 1));
  listen(storage.sql, "exec", (_, cursor) => {
    meter.objectRowsRead += cursor.rowsRead;
    meter.objectRowsWritten += cursor.rowsWritten;
  });
}

function listen(target, method, note) {
  const act = target[method].bind(target);
  Object.defineProperty(target, method, {
    value: (...parts) => {
      const result = act(...parts);
      note(parts, result);
      return result;
    },
  });
}
