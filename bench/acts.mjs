import { password } from "./seed.mjs";
import { createTeam, health, meByKey, meBySession, members, renameOrganization } from "./targets.mjs";

/** So many invites may one member send in an hour. */
const mailsAnHour = 20;

/** The main acts, one caller each, so that a limiter counts as it does for somebody who works. */
export function actsOf(callers) {
  const [reader, keyHolder, lister, founder, retrier, renamer, ...hosts] = callers;
  return [
    {
      name: "GET /v1/me by session",
      words: "Open a page: who am I, where, what may I do",
      next: () => meBySession(reader),
    },
    { name: "GET /v1/me by key", words: "A call with an API key", next: () => meByKey(keyHolder) },
    { name: "GET /v1/members", words: "A list of 25 members", next: () => members(lister) },
    { name: "GET /v1/health", words: "A health check", next: (turn) => health(turn) },
    {
      name: "POST /v1/teams",
      words: "Make a team: a change with its audit row, fact and live message",
      next: (turn) => createTeam(founder, `Team ${turn}`),
    },
    {
      name: "POST /v1/teams, Idempotency-Key",
      words: "The same with an idempotency key",
      next: (turn) => createTeam(retrier, `Sure team ${turn}`, { "idempotency-key": `try-${turn}` }),
    },
    {
      name: "PATCH /v1/organizations",
      words: "Rename an organization while two watch",
      watched: renamer,
      next: (turn) => renameOrganization(renamer, `Name ${turn}`),
    },
    { name: "GET /v1/audit-logs", words: "Read a page of the audit log", next: () => auditLog(renamer) },
    {
      name: "POST /v1/invites",
      words: "Invite somebody, with the mail",
      next: (turn) => invite(hosts[Math.floor(turn / mailsAnHour)], turn),
    },
    { name: "POST /v1/auth/sign-up/email", words: "Sign up, with the mail", next: (turn) => signUp(turn) },
    {
      name: "POST /v1/auth/sign-in/email",
      words: "Sign in with a password",
      next: (turn) => signIn(callers.at(-1 - turn), turn),
    },
  ];
}

function auditLog({ cookie }) {
  return { path: "/v1/audit-logs?limit=25", headers: { cookie } };
}

function invite({ cookie }, turn) {
  const body = { type: "organization_member", role: "viewer", email: `guest${turn}@guests.test` };
  return { method: "POST", path: "/v1/invites", headers: { cookie }, body, status: 201 };
}

function signUp(turn) {
  const body = { email: `new${turn}@newcomers.test`, password, name: "Katherine Johnson" };
  return { method: "POST", path: "/v1/auth/sign-up/email", headers: addressOf(turn), body, status: 202 };
}

function signIn({ email }, turn) {
  const body = { email, password };
  return { method: "POST", path: "/v1/auth/sign-in/email", headers: addressOf(turn), body };
}

function addressOf(turn) {
  return { "cf-connecting-ip": `198.51.100.${turn}` };
}
