import { createOTP } from "@better-auth/utils/otp";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { symmetricDecrypt } from "better-auth/crypto";
import { twoFactor } from "better-auth/plugins/two-factor";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { twoFactors } from "../../../db/schema/control/people";
import type { Base } from "../../kernel/context";

const callback = "/callback/:id";

/** The library asks for the second factor after a password; here also after another account, which is no second factor. */
export function secondStep() {
  const plugin = twoFactor({ issuer: "Tributary" });
  const after = plugin.hooks.after.map(({ matcher, handler }) => ({
    handler,
    matcher: (c: Parameters<typeof matcher>[0]) => matcher(c) || c.path === callback,
  }));
  return { ...plugin, hooks: { after } };
}

/** A code that somebody looked at opens the door once, not for as long as the library accepts it (RFC 6238, 5.2). */
export function codesOpenOnce(ctx: Base) {
  return {
    id: "codes-open-once",
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === "/two-factor/verify-totp",
          handler: createAuthMiddleware(async (c) => {
            const arrived = c.context.newSession;
            if (!arrived) return;
            // safe: the library read it from our own table
            const userId = arrived.user.id as Id<"user">;
            const open = (data: string) => symmetricDecrypt({ key: c.context.secretConfig, data });
            // safe: the library has parsed this body, or there would be no session
            if (await claimCode(ctx, userId, (c.body as { code: string }).code, open)) return;
            await c.context.internalAdapter.deleteSession(arrived.session.token);
            c.context.setNewSession(null);
            throw new APIError("UNAUTHORIZED", { code: "INVALID_CODE", message: "It was used already." });
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

/** Of two who show the same code at once, one gets in. */
async function claimCode(
  ctx: Base,
  userId: Id<"user">,
  code: string,
  open: (sealed: string) => Promise<string>,
): Promise<boolean> {
  const mine = eq(twoFactors.userId, userId);
  const [row] = await ctx.control.select({ secret: twoFactors.secret }).from(twoFactors).where(mine);
  const step = row ? await stepOf(code, await open(row.secret), ctx.now()) : undefined;
  if (step === undefined) return false;
  const isNew = or(isNull(twoFactors.lastStep), lt(twoFactors.lastStep, step));
  const claimed = await ctx.control
    .update(twoFactors)
    .set({ lastStep: step })
    .where(and(mine, isNew))
    .returning({ id: twoFactors.id });
  return claimed.length > 0;
}

const stepMs = 30_000;

/** Whose code it is: of this half minute or its neighbours, or of one more that has just gone by while it was checked. */
async function stepOf(code: string, secret: string, now: number): Promise<number | undefined> {
  const current = Math.floor(now / stepMs);
  for (const step of [current + 1, current, current - 1, current - 2]) {
    if ((await createOTP(secret).hotp(step)) === code) return step;
  }
  return undefined;
}
