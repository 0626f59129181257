/** What is timed, and what it is compared with. Callers take turns, so that nobody runs into a limit. */
export function targetsOf({ product, bare, callers, items }) {
  const turn = turns();
  const caller = () => callers[turn() % callers.length];
  const asBare = { load: bare, isBare: true };
  return [
    { ...asBare, name: "bare read", next: () => ({ path: `/?id=${items.idOf(turn())}` }) },
    { load: product, name: "GET /v1/me by session", against: "bare read", next: () => meBySession(caller()) },
    { load: product, name: "GET /v1/me by key", against: "bare read", next: () => meByKey(caller()) },
    { load: product, name: "GET /v1/members", against: "bare read", next: () => members(caller()) },
    { load: product, name: "GET /v1/health", against: "bare read", next: () => health(turn()) },
    { ...asBare, name: "bare insert", next: () => ({ method: "POST", path: "/insert", status: 201 }) },
    {
      load: product,
      name: "POST /v1/teams",
      against: "bare insert",
      next: () => createTeam(caller(), `Team ${turn()}`),
    },
    { ...asBare, name: "bare redirect", next: () => ({ path: "/redirect", status: 302 }) },
    { ...asBare, name: "bare answer", next: () => ({ path: "/ok" }) },
  ];
}

export function turns() {
  let last = 0;
  return () => last++;
}

export function meBySession({ cookie }) {
  return { path: "/v1/me", headers: { cookie } };
}

export function meByKey({ key }) {
  return { path: "/v1/me", headers: { authorization: `Bearer ${key}` } };
}

/** A page of 25. */
export function members({ cookie }) {
  return { path: "/v1/members?limit=25", headers: { cookie } };
}

/** From many addresses, as anybody may ask; one address may 300 times a minute. */
export function health(turn) {
  return { path: "/v1/health", headers: { "cf-connecting-ip": `203.0.113.${turn % 250}` } };
}

export function createTeam({ cookie }, name, headers = {}) {
  return {
    method: "POST",
    path: "/v1/teams",
    headers: { cookie, ...headers },
    body: { name, description: "Made to be measured." },
    status: 201,
  };
}

export function renameOrganization({ cookie, organizationId }, name) {
  return {
    method: "PATCH",
    path: `/v1/organizations/${organizationId}`,
    headers: { cookie },
    body: { name },
  };
}
