import { demo, operator } from "./credentials";

export type SessionCookie = { name: string; value: string };

/** The people that most tests are about are signed in once, and the demo's plan has room for what all tests make. */
export async function beginSessions(address: string): Promise<Record<string, SessionCookie>> {
  const sessions = {
    [demo.email]: await signIn(address, demo),
    [operator.email]: await signIn(address, operator),
  };
  await makeRoom(address, await signIn(address, operator));
  return sessions;
}

async function makeRoom(address: string, { name, value }: SessionCookie): Promise<void> {
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { cookie: `${name}=${value}`, origin: address, "content-type": "application/json" };
    const answer = await fetch(`${address}${path}`, { ...init, headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return await answer.json();
  };
  // safe: the API's own answer
  const { data } = (await call(`/v1/operator/organizations?q=${encodeURIComponent(demo.email)}`)) as {
    data: { id: string }[];
  };
  const plan = JSON.stringify({ planSlug: "agency" });
  for (const { id } of data) {
    await call(`/v1/operator/organizations/${id}/plan`, { method: "PUT", body: plan });
  }
}

async function signIn(address: string, person: { email: string; password: string }): Promise<SessionCookie> {
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
