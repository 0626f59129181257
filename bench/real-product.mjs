import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { root } from "../bin/local/commands.mjs";
import { caller } from "./bundles/order.mjs";
import { processesBelow } from "./processes.mjs";

/** The whole product as a person starts it; killed, it is started again on the same directory. */
export async function startReal({ directory, port, settings = {} }) {
  const child = spawn(process.execPath, ["bin/start.mjs", "--port", String(port), "--state", directory], {
    cwd: root,
    stdio: "ignore",
    env: { ...process.env, ...settings },
  });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  await untilReady(port, child);
  return {
    kill() {
      const all = [child.pid, ...processesBelow(child.pid)];
      for (const pid of all) end(pid);
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function end(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}

async function untilReady(port, child) {
  while (child.exitCode === null) {
    const answer = await fetch(`http://localhost:${port}/v1/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("The product did not start.");
}

/** As the owner of the demo organization. */
export async function signIn(port) {
  const url = `http://localhost:${port}`;
  const response = await fetch(`${url}/v1/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email: "demo@tributary.test", password: "tributary-demo" }),
  });
  if (!response.ok) throw new Error(`Signing in answered ${response.status}: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const { data } = await caller(url, { cookie, origin: url })("GET", "/v1/organizations");
  return caller(url, { cookie, origin: url, "tributary-organization": data[0].id });
}

/** Its database, beside the product or after it. */
export function openDatabaseOf(directory) {
  const folder = join(directory, "v3/d1/miniflare-D1DatabaseObject");
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))
    : [];
  for (const file of files) {
    const database = new DatabaseSync(join(folder, file), { readOnly: true });
    const found = database.prepare("select 1 from sqlite_master where name = 'content_bundles'").get();
    if (found)
      return { database, all: async (query) => database.prepare(query).all(), close: () => database.close() };
    database.close();
  }
  throw new Error("The state has no database.");
}
