import { demo, operator } from "./credentials";

/** Every test makes businesses of its own for the demo's organization: its plan has to have room for them all. */
export async function makeRoom(address: string): Promise<void> {
  const cookie = await signIn(address);
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { cookie, origin: address, "content-type": "application/json" };
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

async function signIn(address: string): Promise<string> {
  const answer = await fetch(`${address}/v1/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ email: operator.email, password: operator.password }),
  });
  if (!answer.ok) throw new Error(`The operator could not sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
