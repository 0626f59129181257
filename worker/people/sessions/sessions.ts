import { and, desc, eq, gt, lt, ne } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { sessions } from "../../../db/schema/control/people";
import type { Base, PersonContext } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { cursorId, toPage } from "../../kernel/page";
import { orElse, type Step } from "../../kernel/write";
import { noteAboutPerson, theirself, writePeople } from "../people-scope";
import { oldSessionMs } from "./renew-session";
import { sessionToWire } from "../wire";

export async function listSessions(
  ctx: PersonContext,
  { limit, cursor }: { limit: number; cursor?: string },
) {
  const before = cursorId(cursor);
  const rows = await ctx.control
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, ctx.person.id),
        // What has just gone on under another id is listed once.
        gt(sessions.expiresAt, new Date(ctx.now() + oldSessionMs)),
        before ? lt(sessions.id, before as Id<"session">) : undefined, // safe: only compared
      ),
    )
    .orderBy(desc(sessions.id))
    .limit(limit + 1);
  return toPage(
    rows,
    limit,
    (row) => [row.id],
    (row) => sessionToWire(row, ctx.session.id),
  );
}

export async function endSession(ctx: PersonContext, id: Id<"session">): Promise<void> {
  const mine = and(eq(sessions.id, id), eq(sessions.userId, ctx.person.id));
  const steps = await endSessions(ctx, mine);
  await writePeople(ctx, theirself(ctx.person.id), [...steps, orElse(new NotFound())], {
    audit: [noteAboutPerson("person.session_ended", ctx.person.id, { session: id })],
  });
}

export async function endOtherSessions(ctx: PersonContext): Promise<void> {
  const { id } = ctx.person;
  const others = and(eq(sessions.userId, id), ne(sessions.id, ctx.session.id));
  await writePeople(ctx, theirself(id), await endSessions(ctx, others), {
    audit: [noteAboutPerson("person.signed_out_elsewhere", id)],
  });
}

/** After a change of how somebody signs in: all but the session that the change itself has just opened. */
export function endSessionsOpenedBefore(ctx: Base, userId: Id<"user">, time: number): Promise<Step[]> {
  return endSessions(ctx, and(eq(sessions.userId, userId), lt(sessions.createdAt, new Date(time))));
}

export function endAllSessions(ctx: Base, userId: Id<"user">): Promise<Step[]> {
  return endSessions(ctx, eq(sessions.userId, userId));
}

/** Open sockets are let go at once; the rooms would notice by themselves within a minute. */
async function endSessions(ctx: Base, which: ReturnType<typeof and>): Promise<Step[]> {
  const rows = await ctx.control
    .select({ id: sessions.id, organizationId: sessions.organizationId })
    .from(sessions)
    .where(which);
  for (const { id, organizationId } of rows) {
    if (organizationId) ctx.revokeLive(organizationId, { sessionId: id });
  }
  return [ctx.control.delete(sessions).where(which)];
}
