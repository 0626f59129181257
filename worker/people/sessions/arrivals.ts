import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { and, eq, ne } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { sessions, users } from "../../../db/schema/control/people";
import type { Base } from "../../kernel/context";
import { truncateAddress } from "./device";
import { noteAboutPerson, theirself, writePeople } from "../people-scope";

const idleMs = 14 * 86_400_000;

/** Every session begins here, whatever opened it. */
export async function openSession<S extends { userId: string; expiresAt: Date }>(ctx: Base, session: S) {
  await assertWelcome(ctx, session.userId);
  const now = ctx.now();
  return {
    data: {
      ...session,
      // Somebody has just proved who they are, or there would be no session.
      authenticatedAt: now,
      expiresAt: new Date(Math.min(session.expiresAt.getTime(), now + idleMs)),
      ipAddress: truncateAddress(ctx.origin.ipAddress),
      userAgent: ctx.origin.userAgent,
      place: ctx.origin.place ?? null,
    },
  };
}

async function assertWelcome(ctx: Base, userId: string): Promise<void> {
  const [person] = await ctx.control
    .select({ status: users.status })
    .from(users)
    .where(eq(users.id, userId as Id<"user">)); // safe: the library read it from this very table
  if (person?.status !== "suspended") return;
  throw new APIError("FORBIDDEN", { code: "ACCOUNT_SUSPENDED", message: "This account is suspended." });
}

const waysIn = new Set([
  "/sign-in/email",
  "/two-factor/verify-totp",
  "/two-factor/verify-backup-code",
  "/passkey/verify-authentication",
  "/callback/:id",
]);

/** What happens once somebody is in, whichever way they came: one place for all of them. */
export function arrivals(ctx: Base) {
  return {
    id: "arrivals",
    hooks: {
      after: [
        {
          matcher: ({ path }) => waysIn.has(path ?? ""),
          handler: createAuthMiddleware(async (c) => {
            const arrived = c.context.newSession;
            if (!arrived) return;
            const { name } = c.context.authCookies.sessionToken;
            const before = await c.getSignedCookie(name, c.context.secret);
            // safe: both ids were read from our own tables
            await welcome(ctx, arrived.user.id as Id<"user">, arrived.session.token, before || null);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

/** The session that this browser had before is over (AUTH-06), and an account on its way out is kept. */
async function welcome(ctx: Base, id: Id<"user">, token: string, tokenBefore: string | null): Promise<void> {
  const [person] = await ctx.control.select({ status: users.status }).from(users).where(eq(users.id, id));
  const isBack = person?.status === "cancelled";
  await writePeople(
    ctx,
    theirself(id),
    [
      ctx.control
        .update(users)
        .set({ lastLoginAt: ctx.now(), lastActiveAt: ctx.now(), ...(isBack ? restored : {}) })
        .where(eq(users.id, id)),
      ctx.control
        .delete(sessions)
        .where(and(eq(sessions.token, tokenBefore ?? ""), ne(sessions.token, token))),
    ],
    { audit: isBack ? [noteAboutPerson("person.restored", id)] : [] },
  );
}

const restored = { status: "active", cancelledAt: null } as const;
