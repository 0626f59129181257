import { passkey, type PasskeyOptions } from "@better-auth/passkey";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import type { IdKind } from "../../../db/ids";
import {
  accounts,
  passkeys,
  sessions,
  twoFactors,
  users,
  verifications,
} from "../../../db/schema/control/people";
import type { Base } from "../../kernel/context";
import type { Settings } from "../../kernel/env";
import { arrivals, openSession } from "./arrivals";
import { hashPassword, verifyPassword } from "../passwords/password";
import { codesOpenOnce, secondStep } from "../sign-in/second-step";
import { cookieAttributes, cookiePrefix, longestSessionSeconds, sessionCookieName } from "./session-cookie";
import { socialProvidersOf } from "../sign-in/social-providers";

export type Auth = ReturnType<typeof createAuth>;

/**
 * Who somebody is. Made for one call: it takes half a millisecond, and so it reads and writes through the caller's own
 * database session, clock and ids, and nothing is shared between requests.
 */
export function createAuth(ctx: Base) {
  const { settings } = ctx;
  return betterAuth({
    appName: "Tributary",
    baseURL: settings.APP_URL,
    basePath: "/v1/auth",
    secret: settings.AUTH_SECRET,
    telemetry: { enabled: false },
    // The edge counts, and accounts are counted beside it.
    rateLimit: { enabled: false },
    logger: {
      level: "error",
      log: (_level, message, ...more) => ctx.log.error("auth_library", more[0] ?? message),
    },
    database: drizzleAdapter(ctx.control, { provider: "sqlite", schema: tables }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: 1,
      maxPasswordLength: 1024,
      password: {
        hash: (password) => hashPassword(password, ctx.random),
        verify: ({ hash, password }) => verifyPassword(password, hash),
      },
    },
    socialProviders: socialProvidersOf(settings),
    account: { encryptOAuthTokens: true, accountLinking: { requireLocalEmailVerified: true } },
    verification: { storeIdentifier: "hashed" },
    session: {
      expiresIn: longestSessionSeconds,
      disableSessionRefresh: true,
      freshAge: 0,
      additionalFields: {
        authenticatedAt: { type: "number", required: false, input: false },
        place: { type: "string", required: false, input: false },
      },
    },
    databaseHooks: { session: { create: { before: (session) => openSession(ctx, session) } } },
    advanced: {
      ...cookiesOf(settings),
      ipAddress: { disableIpTracking: true },
      database: { generateId: ({ model }) => ctx.newId(kindOf(model)) },
    },
    plugins: [
      secondStep(),
      passkey(passkeysOf(settings)),
      codesOpenOnce(ctx),
      // Last, so that it sees who has come all the way in, second factor included.
      arrivals(ctx),
    ],
  });
}

const tables = {
  user: users,
  session: sessions,
  account: accounts,
  verification: verifications,
  twoFactor: twoFactors,
  passkey: passkeys,
};

function kindOf(model: string): IdKind {
  const kinds = ["user", "session", "account", "verification", "twoFactor", "passkey"] as const;
  const kind = kinds.find((candidate) => candidate === model);
  if (!kind) throw new Error(`No id is made for “${model}”.`);
  return kind;
}

/** Found without a name and unlocked by its owner: only so may one stand for both factors. */
function passkeysOf({ APP_URL }: Settings) {
  const { hostname, origin } = new URL(APP_URL);
  return {
    rpID: hostname,
    rpName: "Tributary",
    origin,
    advanced: { webAuthnChallengeCookie: "passkey" },
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    authentication: {
      afterVerification: ({ verification }) => {
        if (verification.authenticationInfo.userVerified) return;
        throw new APIError("UNAUTHORIZED", {
          code: "AUTHENTICATION_FAILED",
          message: "The passkey was not unlocked.",
        });
      },
    },
  } satisfies PasskeyOptions;
}

function cookiesOf({ APP_URL }: Settings) {
  return {
    // The prefix that the library would add is weaker than the one in our names.
    useSecureCookies: false,
    cookiePrefix: cookiePrefix(APP_URL),
    cookies: { session_token: { name: sessionCookieName(APP_URL) } },
    defaultCookieAttributes: cookieAttributes(APP_URL),
  };
}
