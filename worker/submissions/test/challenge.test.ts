import { describe, expect, it } from "vitest";
import type { Base } from "../../kernel/context";
import { createChallenge } from "../../providers/challenge";
import { testBase } from "../../test/base";
import { inside } from "../../test/inside";
import { turnstileServer } from "../../test/servers/turnstile";
import { forgetLead } from "../delete";
import { leadsOf, publishForm, type Published, rowsOf, sendThrough } from "./form";

async function guarded() {
  const form = await publishForm({ challengeSiteKey: "0xSite" });
  await form.world.owner.client.put(`/v1/forms/${form.id}/challenge-secret`, { secret: "0xSecret" });
  return form;
}

async function stateOf(form: Published, base: Base, body: Record<string, unknown>) {
  await sendThrough(form, base, body);
  const rows = await rowsOf(form);
  return rows.map(({ state, spamReason, flags }) => [
    state,
    spamReason,
    flags.filter((flag) => flag !== "no_time_stamp"),
  ]);
}

function withTurnstile(server: ReturnType<typeof turnstileServer>): Base {
  const base = testBase();
  const challenge = createChallenge({ baseUrl: undefined }, server.fetch);
  return { ...base, providers: { ...base.providers, challenge } };
}

describe("SPAM-02 a challenge that the owner set", () => {
  it.each([
    ["solved here for this form", "good", ["kept", null, []]],
    ["of another form", "foreign", ["spam", "challenge_failed", []]],
    ["made up", "forged", ["spam", "challenge_failed", []]],
    ["left out", undefined, ["spam", "challenge_failed", []]],
  ])("%s is judged on the server", async (_, challenge, expected) => {
    const form = await guarded();
    const server = turnstileServer("0xSecret", {
      good: { hostname: "localhost", action: form.id },
      foreign: { hostname: "localhost", action: "frm_00other" },
    });
    expect(await stateOf(form, withTurnstile(server), { challenge })).toEqual([expected]);
  });

  it("counts once: the same submission may ask again, another one with its token may not", async () => {
    const form = await guarded();
    const base = withTurnstile(
      turnstileServer("0xSecret", { good: { hostname: "localhost", action: form.id } }),
    );
    const id = crypto.randomUUID();
    await stateOf(form, base, { id, challenge: "good" });
    expect(await stateOf(form, base, { id, challenge: "good" })).toEqual([["kept", null, []]]);
    const both = await stateOf(form, base, { challenge: "good" });
    expect(both.map(([state]) => state).toSorted()).toEqual(["kept", "spam"]);
  });

  it.each([
    ["Turnstile is down", turnstileServer("0xSecret", null)],
    ["the secret is wrong", turnstileServer("0xOther", {})],
  ])("keeps the lead, flagged, when %s", async (_, server) => {
    const form = await guarded();
    const rows = await stateOf(form, withTurnstile(server), { challenge: "any" });
    expect([rows, (await leadsOf(form)).length]).toEqual([[["kept", null, ["challenge_down"]]], 1]);
  });
});

describe("RATE-03 a limiter that is down", () => {
  it("keeps the lead, flagged", async () => {
    const form = await publishForm();
    const base = testBase({ charge: () => Promise.reject(new Error("down")) });
    expect(await stateOf(form, base, {})).toEqual([["kept", null, ["limiter_down"]]]);
  });
});

describe("GDPR-01 a lead that is erased", () => {
  it("has sent nothing", async () => {
    const form = await publishForm();
    await form.send({ email: "ada@example.com" });
    await form.send({ email: "bob@example.com" });
    const ada = (await leadsOf(form)).find(({ email }) => email === "ada@example.com");
    if (ada) await forgetLead(await inside(form.world), ada.id);
    expect((await rowsOf(form)).map(({ answers }) => answers["email"])).toEqual(["bob@example.com"]);
  });
});
