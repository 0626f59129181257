import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "../../db/client";
import { defaultCell, type Id } from "../../db/ids";
import { guards } from "../../db/schema/cell/spine";
import type { Actor, Base, Context } from "./context";
import type { DomainError } from "./errors";
import { insertAudit, insertFact, insertJobs, type Scope } from "./spine";
import type { AuditDraft, FactDraft, JobDraft } from "./drafts";

type Statement = BatchItem<"sqlite">;
type Guard = { refuse: DomainError; when: SQL };
export type Step = Statement | Guard;

/** What happened, who must be able to answer for it, and what must follow. */
export type Spine = { facts?: FactDraft[]; audit?: AuditDraft[]; jobs?: JobDraft[] };

/** Ends the whole batch with this error unless the statement before it changed a row. */
export function orElse(refuse: DomainError): Guard {
  return { refuse, when: sql`changes() = 0` };
}

/** Ends the whole batch with this error when the condition holds. */
export function refuseWhen(when: SQL, refuse: DomainError): Guard {
  return { refuse, when };
}

/** The only way to change a cell: one batch with its facts, audit rows and jobs. */
export function write(ctx: Context, steps: Step[], spine: Spine = {}): Promise<void> {
  return writeIn(ctx, cellScope(ctx), steps, spine);
}

/** The same for the control plane. Facts live in the cell, so where that is another database a job carries them there. */
export function writeControl(
  ctx: Base,
  scope: { organizationId: Id<"organization">; cell: string; actor: Actor },
  steps: Step[],
  spine: Spine = {},
): Promise<void> {
  const control: Scope = { ...scope, database: ctx.control, cell: defaultCell };
  if (scope.cell === defaultCell || !spine.facts?.length) return writeIn(ctx, control, steps, spine);
  const relay: JobDraft = { queue: "delivery", type: "spine.relay", payload: { facts: spine.facts } };
  return writeIn(ctx, control, steps, { audit: spine.audit, jobs: [...(spine.jobs ?? []), relay] });
}

/** For a member or key acting on its own organization's control rows. */
export function writeOrganization(ctx: Context, steps: Step[], spine: Spine = {}): Promise<void> {
  const { id, cell } = ctx.organization;
  return writeControl(ctx, { organizationId: id, cell, actor: ctx.actor }, steps, spine);
}

function cellScope(ctx: Context): Scope {
  return {
    database: ctx.db,
    cell: ctx.organization.cell,
    organizationId: ctx.organization.id,
    actor: ctx.actor,
  };
}

/** For the platform's own acts, which name their database and whom they concern. */
export async function writeIn(base: Base, scope: Scope, steps: Step[], spine: Spine = {}): Promise<void> {
  const facts = (spine.facts ?? []).map((draft) => insertFact(base, scope, draft));
  const follow = (spine.facts ?? []).flatMap((draft) => base.reactions.jobsFor(draft));
  const jobs = insertJobs(base, scope, [...(spine.jobs ?? []), ...follow]);
  const audit = (spine.audit ?? []).map((draft) => insertAudit(base, scope, draft));
  const refusals: DomainError[] = [];
  const statements = [
    ...steps.map((step) => ("refuse" in step ? guardStatement(scope.database, step, refusals) : step)),
    ...facts.map((entry) => entry.statement),
    ...audit,
    ...jobs.statements,
  ];
  await runBatch(scope.database, statements, refusals);
  for (const [queue, carriages] of Map.groupBy(jobs.carriages, (each) => each.queue))
    base.carry(
      queue,
      carriages.map(({ message, runAt }) => ({ message, runAt })),
    );
  const news = facts.flatMap(({ fact }) => base.reactions.messagesFor(fact));
  for (const [room, told] of Map.groupBy(news, (each) => each.room))
    base.publish(
      room,
      told.map(({ message }) => message),
    );
}

function guardStatement(database: Database, guard: Guard, refusals: DomainError[]): Statement {
  refusals.push(guard.refuse);
  const name = String(refusals.length - 1);
  return database.insert(guards).select(sql`select ${name} where ${guard.when}`);
}

async function runBatch(database: Database, statements: Statement[], refusals: DomainError[]): Promise<void> {
  const [first, ...rest] = statements;
  if (!first) return;
  try {
    await database.batch([first, ...rest]);
  } catch (error) {
    throw refusedBy(error, refusals) ?? error;
  }
}

function refusedBy(error: unknown, refusals: DomainError[]): DomainError | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const index = /guard:(\d+):/.exec(cause.message)?.[1];
    if (index !== undefined) return refusals[Number(index)];
  }
  return undefined;
}

/** True when a batch failed because a unique index already holds the value. */
export function isTaken(error: unknown, column: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.includes("UNIQUE constraint failed") && cause.message.includes(column)) return true;
  }
  return false;
}
