import * as z from "zod";
import { type Id, isId } from "../../../db/ids";
import type { Base } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { sha256Hex, signToken, verifyToken } from "../../kernel/secrets";

const minuteMs = 60_000;

/**
 * What a link in a mail may do, and for how long. Nothing is stored: a token names the state it was made for, and the
 * change it allows ends that state, so it works once (AUTH-03); for any other purpose it does not open (AUTH-04).
 */
const lifetimes = {
  "verify-email": 60 * minuteMs,
  "reset-password": 60 * minuteMs,
  "confirm-email-change": 60 * minuteMs,
  "undo-email-change": 7 * 24 * 60 * minuteMs,
};

export type MailTokenPurpose = keyof typeof lifetimes;

const shape = z.strictObject({
  userId: z.string().refine((value): value is Id<"user"> => isId("user", value)),
  /** The state that the token is about; see who makes it. */
  state: z.string(),
});

export type MailToken = z.infer<typeof shape>;

export function signMailToken(ctx: Base, purpose: MailTokenPurpose, token: MailToken): Promise<string> {
  const expiresAt = ctx.now() + lifetimes[purpose];
  return signToken({ purpose, data: token, expiresAt }, ctx.settings.AUTH_SECRET);
}

export async function readMailToken(ctx: Base, purpose: MailTokenPurpose, text: string): Promise<MailToken> {
  const verified = await verifyToken(text, purpose, ctx.settings.AUTH_SECRET, ctx.now());
  if (verified.state === "expired") throw tokenExpired();
  const parsed = verified.state === "valid" ? shape.safeParse(verified.data) : undefined;
  if (!parsed?.success) throw tokenInvalid();
  return parsed.data;
}

/** Changes whenever the password does, and tells nothing about it. */
export async function passwordState(person: { email: string; passwordHash: string | null }): Promise<string> {
  return (await sha256Hex(`${person.email}\n${person.passwordHash ?? ""}`)).slice(0, 32);
}

export function tokenInvalid(): DomainError {
  return new DomainError(
    "bad_request",
    "This link does not work: it was used already, or a newer one has replaced it.",
    {
      reason: "token_invalid",
    },
  );
}

function tokenExpired(): DomainError {
  return new DomainError("bad_request", "This link has expired. Ask for a new one.", {
    reason: "token_expired",
  });
}
