import { demo, doubles, operator } from "./credentials";

export type SessionCookie = { name: string; value: string };
type Person = { email: string; password: string };

/**
 * The people that most tests are about are signed in once, and the demo's plan has room for what all tests make. The
 * colleagues sign in after their promotion: a session from before it is renewed at its first use, and then ends.
 */
export async function beginSessions(address: string): Promise<Record<string, SessionCookie>> {
  const first = await signInAll(address, [demo, operator]);
  await makeRoom(callAs(address, first[operator.email]));
  await promote(callAs(address, first[demo.email]));
  return { ...first, ...(await signInAll(address, doubles)) };
}

async function signInAll(address: string, people: readonly Person[]): Promise<Record<string, SessionCookie>> {
  return Object.fromEntries(
    await Promise.all(people.map(async (person) => [person.email, await signIn(address, person)] as const)),
  );
}

type Call = (
  path: string,
  init?: { method?: string; body?: string; headers?: Record<string, string> },
) => Promise<unknown>;

function callAs(address: string, session: SessionCookie | undefined): Call {
  return async (path, init = {}) => {
    const headers = {
      cookie: `${session?.name}=${session?.value}`,
      origin: address,
      "content-type": "application/json",
      ...init.headers,
    };
    const answer = await fetch(`${address}${path}`, { ...init, headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return await answer.json();
  };
}

async function makeRoom(call: Call): Promise<void> {
  // safe: the API's own answer
  const { data } = (await call(`/v1/operator/organizations?q=${encodeURIComponent(demo.email)}`)) as {
    data: { id: string }[];
  };
  const plan = JSON.stringify({ planSlug: "agency" });
  for (const { id } of data) {
    await call(`/v1/operator/organizations/${id}/plan`, { method: "PUT", body: plan });
  }
}

async function promote(call: Call): Promise<void> {
  // safe: the API's own answers
  const { data: organizations } = (await call("/v1/organizations")) as {
    data: { id: string; slug: string }[];
  };
  const headers = {
    ["tributary-organization"]: organizations.find(({ slug }) => slug === "northwind-coffee")?.id ?? "",
  };
  const { data: members } = (await call("/v1/members", { headers })) as {
    data: { id: string; role: string; email: string }[];
  };
  const colleagues = new Set(doubles.map(({ email }) => email));
  for (const { id, role, email } of members) {
    if (!colleagues.has(email) || role === "admin") continue;
    await call(`/v1/members/${id}`, { method: "PATCH", headers, body: JSON.stringify({ role: "admin" }) });
  }
}

async function signIn(address: string, person: Person): Promise<SessionCookie> {
  const answer = await fetch(`${address}/v1/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify(person),
  });
  const cookie = /^((?:__Host-)?trb_session)=([^;]+)/m.exec(answer.headers.getSetCookie().join("\n"));
  if (!cookie?.[1] || !cookie[2])
    throw new Error(`${person.email} could not sign in: ${await answer.text()}`);
  return { name: cookie[1], value: cookie[2] };
}
