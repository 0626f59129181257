import { Conflict, DomainError, Invalid, Unauthenticated } from "../../kernel/errors";

type LibraryError = { statusCode: number; body?: { code?: string } };

/** What the library says, in our words and codes; undefined is left to be a 500. */
export function authProblem(error: LibraryError): DomainError | undefined {
  const known = problemsByCode[error.body?.code ?? ""];
  if (known) return known();
  if (error.statusCode >= 500) return undefined;
  return new DomainError("bad_request", "This could not be done. Begin again.", { reason: "auth_refused" });
}

const problemsByCode: Record<string, () => DomainError> = {
  INVALID_EMAIL_OR_PASSWORD: wrongCredentials,
  INVALID_EMAIL: wrongCredentials,
  UNAUTHORIZED: () => new Unauthenticated(),
  EMAIL_NOT_VERIFIED: () =>
    new DomainError("forbidden", "Confirm your email address first; the link is in your mailbox.", {
      reason: "email_not_verified",
    }),
  ACCOUNT_SUSPENDED: () =>
    new DomainError("forbidden", "This account is suspended.", { reason: "account_suspended" }),
  INVALID_PASSWORD: () => wrongPassword(),
  CREDENTIAL_ACCOUNT_NOT_FOUND: noPassword,
  INVALID_CODE: wrongCode,
  INVALID_BACKUP_CODE: wrongCode,
  INVALID_TWO_FACTOR_COOKIE: secondFactorOver,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: secondFactorOver,
  ACCOUNT_TEMPORARILY_LOCKED: () =>
    new DomainError("too_many_requests", "Too many wrong codes. Try again in 15 minutes.", {
      reason: "quota_exceeded",
      headers: { "retry-after": "900" },
    }),
  TOTP_ALREADY_ENABLED: () =>
    new Conflict("two_factor_enabled", "Two-factor sign-in is on already. Switch it off first."),
  TOTP_NOT_ENABLED: twoFactorOff,
  TWO_FACTOR_NOT_ENABLED: twoFactorOff,
  BACKUP_CODES_NOT_ENABLED: twoFactorOff,
  CHALLENGE_NOT_FOUND: () =>
    new DomainError("bad_request", "This took too long. Try your passkey again.", {
      reason: "passkey_challenge_over",
    }),
  PASSKEY_NOT_FOUND: passkeyRefused,
  AUTHENTICATION_FAILED: passkeyRefused,
  FAILED_TO_VERIFY_REGISTRATION: () =>
    new DomainError("bad_request", "This passkey could not be added. Perhaps you have it already.", {
      reason: "passkey_refused",
    }),
};

/** The same for an address nobody has and a password that is wrong (AUTH-02). */
function wrongCredentials(): DomainError {
  return new DomainError("unauthenticated", "Email address and password do not belong together.", {
    reason: "wrong_credentials",
    headers: { "www-authenticate": 'Bearer realm="tributary"' },
  });
}

export function isWrongCredentials(error: unknown): boolean {
  return error instanceof DomainError && error.reason === "wrong_credentials";
}

export function wrongPassword(pointer = "/password"): DomainError {
  return Invalid.field(pointer, "wrong_password", "This is not your password.");
}

export function noPassword(): DomainError {
  return new Conflict("no_password", "You have no password yet. Choose one by “Forgot your password?”.");
}

function wrongCode(): DomainError {
  return Invalid.field("/code", "wrong_code", "This code is not right, or no longer.");
}

function secondFactorOver(): DomainError {
  return new DomainError("unauthenticated", "Begin again with your email address and password.", {
    reason: "two_factor_over",
    headers: { "www-authenticate": 'Bearer realm="tributary"' },
  });
}

function twoFactorOff(): DomainError {
  return new Conflict("two_factor_not_enabled", "Two-factor sign-in is not on.");
}

function passkeyRefused(): DomainError {
  return new DomainError("unauthenticated", "This passkey does not open an account here.", {
    reason: "passkey_refused",
    headers: { "www-authenticate": 'Bearer realm="tributary"' },
  });
}
