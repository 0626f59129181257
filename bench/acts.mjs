import { password } from "./world.mjs";

/** What is measured. `request` makes the n-th one; callers take turns, so that nobody meets a limit. */
export function actsOf(callers, origin) {
  const inTurn = (index) => callers[index % callers.length];
  const bySession = (method, path, body) => (index) => ({
    method,
    path,
    headers: { cookie: inTurn(index).cookie, origin },
    ...(body ? { body: body(index) } : {}),
  });
  return [
    bare("bare: one D1 read", (index) => ({ path: `/read?token=token-${index % callers.length}` })),
    bare("bare: one D1 insert", () => ({ method: "POST", path: "/insert?name=thing" }), 201),
    bare("bare: redirect", () => ({ path: "/redirect" }), 302),
    product("GET /v1/me, by session", bySession("GET", "/v1/me"), {
      against: "bare: one D1 read",
      atMost: 2,
    }),
    product("GET /v1/me, by API key", (index) => ({
      path: "/v1/me",
      headers: { authorization: `Bearer ${inTurn(index).secret}` },
    })),
    product("GET /v1/members", bySession("GET", "/v1/members")),
    product("GET /v1/audit-logs", bySession("GET", "/v1/audit-logs")),
    product(
      "POST /v1/teams",
      bySession("POST", "/v1/teams", (index) => ({ name: `Team ${index}` })),
      {
        status: 201,
        against: "bare: one D1 insert",
      },
    ),
    product(
      "POST /v1/invites",
      bySession("POST", "/v1/invites", (index) => ({
        type: "organization_member",
        email: `guest-${index}@bench.test`,
        role: "viewer",
      })),
      { status: 201, against: "bare: one D1 insert" },
    ),
    product(
      "POST /v1/auth/sign-in/email",
      (index) => ({
        method: "POST",
        path: "/v1/auth/sign-in/email",
        headers: { origin, ...fromElsewhere(index) },
        body: { email: inTurn(index).email, password },
      }),
      { share: 0.1 },
    ),
    product("GET /v1/health", (index) => ({ path: "/v1/health", headers: fromElsewhere(index) }), {
      against: "bare: one D1 read",
    }),
  ];
}

/** Anybody is counted by address. */
function fromElsewhere(index) {
  return { "cf-connecting-ip": `198.51.${Math.floor(index / 250) % 250}.${index % 250}` };
}

function bare(name, request, status = 200) {
  return { name, on: "bare", request, status, share: 1 };
}

function product(name, request, { status = 200, share = 1, ...more } = {}) {
  return { name, on: "product", request, status, share, ...more };
}
