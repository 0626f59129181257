import { sql } from "drizzle-orm";
import { makeId } from "../../db/ids";
import type { Context } from "../kernel/context";
import type { Contract } from "../kernel/contract";
import { Conflict } from "../kernel/errors";
import { insertAudit } from "../kernel/spine";
import { refuseWhen, writeIn } from "../kernel/write";

const onceAMs = 60_000;

/** Leaves a trace of what somebody's role did not let them do, after the answer. */
export function noteDenial(ctx: Context, contract: Contract): void {
  ctx.defer(writeDenial(ctx, contract));
}

/** The id is made of who, what and which minute, so that however often they knock, one row of it fits. */
async function writeDenial(ctx: Context, { operation, method, path, permission }: Contract): Promise<void> {
  const { actor, organization, db } = ctx;
  const subject = new TextEncoder().encode(`${organization.id} ${actor.kind} ${actor.id} ${operation}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", subject));
  const minute = Math.floor(ctx.now() / onceAMs) * onceAMs;
  const id = makeId("audit", organization.cell, minute, digest);
  const scope = { database: db, cell: organization.cell, organizationId: organization.id, actor };
  const draft = {
    action: "access.denied",
    resourceType: "route",
    resourceId: operation,
    changes: { method: method.toUpperCase(), path, permission: permission ?? null },
  };
  const isNoted = sql`exists (select 1 from audit_logs where id = ${id})`;
  try {
    await writeIn(ctx, scope, [refuseWhen(isNoted, alreadyNoted), insertAudit(ctx, scope, draft, id)]);
  } catch (error) {
    if (error !== alreadyNoted) throw error;
  }
}

const alreadyNoted = new Conflict("already_noted", "This attempt has just been written down.");
