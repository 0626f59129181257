import { and, eq, lt, ne } from "drizzle-orm";
import { createMiddleware } from "hono/factory";
import type { Database } from "../../db/client";
import { idempotencyKeys } from "../../db/schema/cell/spine";
import type { Context } from "../kernel/context";
import type { Contract } from "../kernel/contract";
import { DomainError } from "../kernel/errors";
import { sha256Hex } from "../kernel/secrets";
import type { Edge, EdgeContext } from "./edge";

type Claim = { database: Database; owner: string; key: string };
type Stored = typeof idempotencyKeys.$inferSelect;

/** One key, one effect: the first request runs, every later one gets its answer again (IDEM-01, IDEM-02). */
export function honourIdempotencyKey(contract: Contract) {
  return createMiddleware<Edge>(async (c, next) => {
    const key = c.req.header("idempotency-key");
    const owner = c.get("owner");
    if (key === undefined || owner === null) return await next();
    if (key.length < 1 || key.length > 255) {
      throw new DomainError("invalid", "An Idempotency-Key has 1 to 255 characters.");
    }
    const claim = { database: databaseOf(c), owner, key };
    const fingerprint = await sha256Hex(`${contract.operation}\n${c.req.path}\n${await bodyText(c)}`);
    const isFirst = await insertClaim(claim, fingerprint, c.get("base").now());
    if (!isFirst) return await replay(c, contract, claim, fingerprint);
    await next();
    await storeAnswer(c, contract, claim);
  });
}

const keptMs = 48 * 3_600_000;

/** A key counts for at least a day. Relays mark themselves in the same table, with no fingerprint, and stay. */
export async function forgetOldKeys(database: Database, now: number): Promise<void> {
  await database
    .delete(idempotencyKeys)
    .where(and(lt(idempotencyKeys.createdAt, now - keptMs), ne(idempotencyKeys.fingerprint, "")));
}

function databaseOf(c: EdgeContext): Database {
  const context = c.get("context");
  // safe: only an organization's context has `db`
  return "db" in context ? (context as Context).db : c.get("base").control;
}

function bodyText(c: EdgeContext): Promise<string> {
  return c.req.bodyCache.text ? c.req.text() : Promise.resolve("");
}

async function insertClaim(claim: Claim, fingerprint: string, now: number): Promise<boolean> {
  const inserted = await claim.database
    .insert(idempotencyKeys)
    .values({ owner: claim.owner, key: claim.key, fingerprint, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  return inserted.length > 0;
}

async function storeAnswer(c: EdgeContext, contract: Contract, claim: Claim): Promise<void> {
  const body = await c.res.clone().text();
  const kept = contract.secretAnswer
    ? await c.get("base").sealer.seal(body, bindingOf(claim), c.get("base").random)
    : body;
  await claim.database
    .update(idempotencyKeys)
    .set({
      status: c.res.status,
      headers: { "content-type": c.res.headers.get("content-type") ?? "" },
      body: kept,
    })
    .where(where(claim));
}

async function replay(
  c: EdgeContext,
  contract: Contract,
  claim: Claim,
  fingerprint: string,
): Promise<Response> {
  const [stored] = await claim.database.select().from(idempotencyKeys).where(where(claim));
  if (stored && stored.fingerprint !== fingerprint) {
    throw new DomainError("idempotency_key_reused", "Use a new key for another request.");
  }
  if (!stored || stored.status === null) {
    throw new DomainError("idempotency_in_flight", "The first request with this key has not finished.", {
      headers: { "retry-after": "1" },
    });
  }
  const body = await openBody(c, contract, claim, stored);
  return new Response(stored.status === 204 ? null : body, {
    status: stored.status,
    headers: { ...stored.headers, "idempotent-replayed": "true" },
  });
}

async function openBody(c: EdgeContext, contract: Contract, claim: Claim, stored: Stored): Promise<string> {
  const body = stored.body ?? "";
  return contract.secretAnswer ? await c.get("base").sealer.open(body, bindingOf(claim)) : body;
}

function bindingOf(claim: Claim) {
  return { organizationId: claim.owner, recordId: claim.key, purpose: "idempotent-answer" };
}

function where(claim: Claim) {
  return and(eq(idempotencyKeys.owner, claim.owner), eq(idempotencyKeys.key, claim.key));
}
