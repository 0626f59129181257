import type { Next } from "hono";
import { createMiddleware } from "hono/factory";
import { type Id, isId } from "../../db/ids";
import { findKeyByHash, noteKeyUse } from "../api-keys";
import { type KeyInOrganization } from "../api-keys";
import { noteDenial } from "../audit";
import { findSessionMembership, noteSessionUse, type SessionMembership } from "../organizations";
import { addressBlock } from "../kernel/address-block";
import type { Base, CallerContext } from "../kernel/context";
import type { Contract } from "../kernel/contract";
import { DomainError, Forbidden, NotFound, Unauthenticated } from "../kernel/errors";
import { sha256Hex } from "../kernel/secrets";
import { callerOfKey, callerOfSession } from "./callers";
import { readCredential, refuseKeyInAddress } from "./credentials";
import type { Edge, EdgeContext } from "./edge";
import { keyPolicies, perAddress, perOrganization, policiesOf } from "./limits";
import { charge, createHints } from "./rate";
import { renewWhenRightsChanged } from "./renewal";

const recentMs = 15 * 60_000;

/** Who is calling, how often, and whether this route is for them: the context it leaves is the one the handler gets. */
export function admit(contract: Contract) {
  return createMiddleware<Edge>(async (c, next) => {
    refuseKeyInAddress(c);
    if (contract.countsItself) return await admitVisitor(c, contract, next);
    const credential = contract.access === "public" ? ({ kind: "none" } as const) : await readCredential(c);
    if (credential.kind === "session") {
      const row = await admitSession(c, contract, credential.token);
      await next();
      return await renewWhenRightsChanged(c, row);
    }
    if (credential.kind === "key") c.set("context", await admitKey(c, contract, credential.secret));
    else if (credential.kind === "unreadable") await refuseKey(c, contract);
    else c.set("context", await admitAnybody(c, contract));
    await next();
  });
}

async function admitAnybody(c: EdgeContext, contract: Contract): Promise<Base> {
  const policies = contract.access === "public" && contract.rate ? policiesOf(contract.rate) : [perAddress];
  await charge(c, contract, addressOf(c), policies);
  if (contract.access !== "public") throw new Unauthenticated();
  return c.get("base");
}

const refusedLately = createHints<true>(5000);

/** A visitor comes once, and would wait for an object made for them alone. Whoever has been refused is charged before they try again. */
async function admitVisitor(c: EdgeContext, contract: Contract, next: Next): Promise<void> {
  const address = addressOf(c);
  const isCharged = refusedLately.get(address);
  if (isCharged) await admitAnybody(c, contract);
  c.set("context", c.get("base"));
  await next();
  if (isCharged || c.res.status < 400) return;
  refusedLately.set(address, true);
  await admitAnybody(c, contract);
}

function addressOf(c: EdgeContext): string {
  return `address:${addressBlock(c.get("base").origin.ipAddress)}`;
}

const userOfToken = createHints<string>(5000);

/** The limiter and the database are asked at once where this isolate already knows whose session it is. */
async function admitSession(c: EdgeContext, contract: Contract, token: string): Promise<SessionMembership> {
  const base = c.get("base");
  const rate = contract.rate ?? "read";
  const named = namedOrganization(c, contract);
  const known = userOfToken.get(token);
  const early = known ? charge(c, contract, `user:${known}`, policiesOf(rate)) : undefined;
  const row = await findSessionMembership(base.control, token, named, base.now());
  await early;
  if (!row || row.user.status !== "active") return await admitNobody(c, contract);
  if (!early) await charge(c, contract, `user:${row.user.id}`, policiesOf(rate));
  userOfToken.set(token, row.user.id);
  noteSessionUse(base, row, named);
  const caller = callerOfSession(base, row, token);
  // What concerns only the person does not fail because the tab stands in an organization that has gone.
  if (named && !caller.inOrganization && contract.access !== "person") throw new NotFound();
  c.set("context", contextFor(c, contract, caller));
  return row;
}

async function admitNobody(c: EdgeContext, contract: Contract): Promise<never> {
  await charge(c, contract, addressOf(c), [perAddress]);
  throw new Unauthenticated();
}

const quotaOfKey = createHints<{ organizationId: string; perHour: number }>(5000);

async function admitKey(c: EdgeContext, contract: Contract, secret: string): Promise<Base> {
  const base = c.get("base");
  const hash = await sha256Hex(secret);
  const known = quotaOfKey.get(hash);
  const early = known ? chargeKey(c, contract, hash, known) : undefined;
  const row = await findKeyByHash(base.control, hash);
  await early;
  if (!row || !counts(row, base.now())) return await refuseKey(c, contract);
  const quota = { organizationId: row.organization.id, perHour: row.key.rateLimitPerHour };
  if (!early) await chargeKey(c, contract, hash, quota);
  quotaOfKey.set(hash, quota);
  noteKeyUse(base, row);
  return contextFor(c, contract, callerOfKey(base, row));
}

/** Malformed, unknown, revoked and expired are one answer, and each try counts (KEY-08). */
async function refuseKey(c: EdgeContext, contract: Contract): Promise<never> {
  await charge(c, contract, addressOf(c), [perAddress]);
  throw new Unauthenticated("This API key is not known, or is no longer valid.");
}

async function chargeKey(
  c: EdgeContext,
  contract: Contract,
  hash: string,
  quota: { organizationId: string; perHour: number },
): Promise<void> {
  await Promise.all([
    charge(c, contract, `key:${hash}`, keyPolicies(quota.perHour)),
    charge(c, contract, `organization:${quota.organizationId}`, [perOrganization], { quiet: true }),
  ]);
}

function counts({ key, organization }: KeyInOrganization, now: number): boolean {
  return key.isActive && (key.expiresAt === null || key.expiresAt > now) && organization.status !== "deleted";
}

function contextFor(c: EdgeContext, contract: Contract, caller: CallerContext): Base {
  const { access } = contract;
  c.set("owner", caller.inOrganization?.organization.id ?? caller.person?.id ?? null);
  if (access === "caller") return caller;
  if (access === "person" || access === "operator") {
    c.set("owner", caller.person?.id ?? null);
    return personContext(contract, caller);
  }
  const ctx = caller.inOrganization;
  const addressed = addressedOrganization(c, contract);
  if (!ctx || (addressed !== undefined && addressed !== ctx.organization.id)) throw new NotFound();
  if (!contract.permission || !ctx.permissions.has(contract.permission)) {
    noteDenial(ctx, contract);
    throw new Forbidden(contract.permission ?? "none is declared");
  }
  if (ctx.organization.status === "suspended") {
    throw new DomainError("forbidden", "This organization is suspended.", {
      reason: "organization_suspended",
    });
  }
  if (contract.sessionOnly) assertPerson(caller);
  if (contract.recentAuthentication) assertRecent(caller);
  return ctx;
}

function personContext(contract: Contract, caller: CallerContext): Base {
  assertPerson(caller);
  const isForOperators = contract.access === "operator";
  if (isForOperators && caller.person?.platformRole !== "super_admin") throw new Forbidden("operator");
  if (contract.recentAuthentication) assertRecent(caller);
  return isForOperators
    ? ({ ...caller, actor: { kind: "operator", id: caller.person?.id } } as Base)
    : caller;
}

function assertPerson(caller: CallerContext): void {
  if (caller.person) return;
  throw new DomainError("forbidden", "This is for people; an API key cannot do it.", {
    reason: "session_only",
  });
}

function assertRecent({ session, now }: CallerContext): void {
  if (session && now() - session.authenticatedAt <= recentMs) return;
  throw new DomainError("reauthentication_required", "Confirm your password, then try again.");
}

/** By the address where the route is about an organization, or by the header; both must mean the same one. */
function namedOrganization(c: EdgeContext, contract: Contract): Id<"organization"> | null {
  const header = c.req.header("tributary-organization");
  const inAddress = addressedOrganization(c, contract);
  const named = inAddress ?? header;
  if (named === undefined) return null;
  if (!isId("organization", named) || (header !== undefined && header !== named)) throw new NotFound();
  return named;
}

/** A person may open one that they are not inside, such as a deleted one; then it names nothing here. */
function addressedOrganization(c: EdgeContext, { access, answer }: Contract): string | undefined {
  if (access !== "organization") return undefined;
  // A browser cannot give a WebSocket headers, so there the query names it.
  return c.req.param("organizationId") ?? (answer.status === 101 ? c.req.query("organization") : undefined);
}
