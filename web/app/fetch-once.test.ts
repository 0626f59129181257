import { expect, test } from "vitest";
import * as z from "zod";
import { connect } from "./api.server";
import { createLoadContext } from "./load-context";
import { submitForm } from "./form/submit.server";

const url = "https://app.example/welcome";
const organization = { id: "org_1", name: "North", slug: "north" };

/** An API that answers by a script, and what it was asked. */
function pageWith(...answers: (() => Response)[]) {
  const asked: Request[] = [];
  const fetch = (call: Request) => {
    asked.push(call);
    const answer = answers[asked.length - 1] ?? (() => Response.json(organization, { status: 201 }));
    return Promise.resolve(answer());
  };
  const send = async (
    fields: Record<string, string>,
    path: "/v1/organizations" | "/v1/auth/sign-in/email",
  ) => {
    const formData = new FormData();
    for (const [name, value] of Object.entries(fields)) formData.set(name, value);
    const request = sentForm(new URLSearchParams(fields).toString());
    const api = connect({ request, context: createLoadContext({ API: { fetch } }, request) });
    const schema = z.object({ name: z.string() });
    return await submitForm<typeof schema, unknown>({ api, formData, intent: "create", schema }, ({ name }) =>
      path === "/v1/organizations"
        ? api.client.POST(path, { body: { name } })
        : api.client.POST(path, { body: { email: "a@b.test", password: name } }),
    );
  };
  const keys = () => asked.map(({ headers }) => headers.get("idempotency-key"));
  return { send, asked, keys };
}

/** As a browser sends it: with its kind and its length. */
function sentForm(body: string): Request {
  const headers = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": String(new TextEncoder().encode(body).length),
  };
  return new Request(url, { method: "POST", headers, body });
}

test("IDEM-03 a form that is sent twice asks under one key, and other words or another form under another", async () => {
  const { send, keys } = pageWith();
  const once = { submission: "one", name: "North" };
  for (const fields of [once, once, { ...once, name: "South" }, { ...once, submission: "two" }])
    expect((await send(fields, "/v1/organizations")).ok).toBe(true);
  const [first, second, ...others] = keys();
  expect(first).toMatch(/^form-[0-9a-f]{64}$/);
  expect(second).toBe(first);
  expect(new Set([first, ...others]).size).toBe(3);
});

test("IDEM-03 the second press waits for what the first one is still doing", async () => {
  const inFlight = () => Response.json({ code: "idempotency_in_flight" }, { status: 409 });
  const { send, asked, keys } = pageWith(inFlight, inFlight);
  const answer = await send({ submission: "one", name: "North" }, "/v1/organizations");
  expect(answer).toMatchObject({ ok: true, data: organization });
  expect(new Set(keys()).size).toBe(1);
  expect(await Promise.all(asked.map((call) => call.text()))).toEqual(Array(3).fill('{"name":"North"}'));
});

test("IDEM-03 another conflict is told at once", async () => {
  const taken = () => Response.json({ code: "slug_taken", detail: "Taken.", errors: [] }, { status: 409 });
  const { send, asked } = pageWith(taken);
  expect((await send({ submission: "one", name: "North" }, "/v1/organizations")).ok).toBe(false);
  expect(asked).toHaveLength(1);
});

test("a password leaves no fingerprint, and a form without a name has no key", async () => {
  const { send, keys } = pageWith();
  await send({ submission: "one", name: "a-secret" }, "/v1/auth/sign-in/email");
  await send({ name: "North" }, "/v1/organizations");
  expect(keys()).toEqual([null, null]);
});
