import { describe, expect, it } from "vitest";
import { createWorld } from "../test/world";

describe("a form", () => {
  it("is made from a template, changed, published and shown as it was published", async () => {
    const { client } = (await createWorld()).owner;
    const business = await client.post("/v1/businesses", { name: "Northwind" });
    const { status, body: form } = await client.post("/v1/forms", {
      businessId: business.body.id,
      template: "quote",
    });
    expect([status, form.state, form.definition.fields.length]).toEqual([201, "draft", 8]);
  });
});
