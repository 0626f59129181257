import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { conversions } from "../../../db/schema/cell/leads";
import { createWorld, unique, type World } from "../../test/world";

let world: World;
let till: Awaited<ReturnType<World["key"]>>["client"];

beforeAll(async () => {
  world = await createWorld();
  till = (await world.key(["leads:write"])).client;
});

const sale = (more: object = {}) => ({
  invoiceId: `INV-${unique()}`,
  amount: 1999,
  currency: "EUR",
  email: `${unique()}@people.test`,
  ...more,
});
const tell = (body: object) => till.post("/v1/track/sale", body);
const refund = (body: object) => till.post("/v1/track/refund", body);
const rowsOf = (invoiceId: string) =>
  world.database
    .select()
    .from(conversions)
    .where(and(eq(conversions.organizationId, world.id), like(conversions.externalId, `%${invoiceId}%`)));

describe("a sale", () => {
  it("IDEM-01 told ten times at once is one, of one lead", async () => {
    const body = sale();
    const answers = await Promise.all(Array.from({ length: 10 }, () => tell(body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.filter((answer) => answer.body["created"])).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.body["sale"].leadId)).size).toBe(1);
    expect(await rowsOf(body.invoiceId)).toHaveLength(1);
  });

  it("told again with another amount is refused, and what was told first stays", async () => {
    const body = sale();
    await tell(body);
    const second = await tell({ ...body, amount: 2999 });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: "invoice_differs" });
    expect((await rowsOf(body.invoiceId)).map(({ value, currency }) => [value, currency])).toEqual([
      [1999, "eur"],
    ]);
  });

  it("TEN-02 of another organization's lead is refused; the same invoice number is another sale there", async () => {
    const other = await createWorld({ cell: world.cell });
    const { body } = await other.owner.client.post("/v1/track/sale", sale({ invoiceId: "INV-1" }));
    const theirs = String(body["sale"].leadId);
    expect((await tell(sale({ leadId: theirs, email: undefined }))).status).toBe(404);
    expect((await tell(sale({ invoiceId: "INV-1" }))).body).toMatchObject({ created: true });
  });

  it.each([
    ["of nobody", { email: undefined }],
    ["of a fraction", { amount: 19.99 }],
    ["of less than nothing", { amount: -5 }],
    ["in no currency", { currency: "euro" }],
    ["that is called a refund", { invoiceId: "refund:1" }],
    ["of that type", { type: "refund" }],
    ["with an organization", { organizationId: "org_1" }],
  ])("%s is refused", async (_, more) => {
    expect((await tell(sale(more))).status).toBe(422);
  });
});

describe("a refund", () => {
  it("counts once, however often it is told, and never takes more than was paid", async () => {
    const { invoiceId, ...rest } = sale();
    await tell({ invoiceId, ...rest });
    const part = { invoiceId, refundId: "R1", amount: 1000 };
    const answers = await Promise.all([refund(part), refund(part), refund(part)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await refund(part)).body).toMatchObject({ amount: 1999, refundedAmount: 1000 });
    expect((await refund({ invoiceId, refundId: "R2", amount: 1000 })).body).toMatchObject({
      code: "refund_too_large",
    });
    expect((await refund({ invoiceId, refundId: "R3" })).body).toMatchObject({ refundedAmount: 1999 });
    const rows = await rowsOf(invoiceId);
    expect(rows.map(({ type, value }) => [type, value]).toSorted()).toEqual([
      ["refund", -1000],
      ["refund", -999],
      ["sale", 1999],
    ]);
  });

  it("of an invoice that nobody told is a 404", async () => {
    expect((await refund({ invoiceId: unique(), refundId: "R1" })).status).toBe(404);
  });
});
