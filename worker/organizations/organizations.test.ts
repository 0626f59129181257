import { expect, it } from "vitest";
import { anybody, createPerson } from "../test/world";

it("a person creates an organization and owns it", async () => {
  const person = await createPerson();
  const made = await person.client.post("/v1/organizations", { name: "Nord Würste" });
  expect(made).toMatchObject({ status: 201, body: { name: "Nord Würste", planSlug: "free" } });
  expect(made.headers.get("ratelimit")).toContain("default");
});

it("nobody without a session creates one", async () => {
  expect(await anybody.post("/v1/organizations", { name: "x" })).toMatchObject({
    status: 401,
    body: { code: "unauthenticated" },
  });
});
