import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { leadStageTotals, leadTagLinks } from "../../../db/schema/cell/lead-catalogue";
import { leads, touchpoints } from "../../../db/schema/cell/leads";
import type { RowMeter } from "../../../db/meter";
import type { Context } from "../../kernel/context";
import { write } from "../../kernel/write";
import { inside } from "../../test/inside";
import { runNewestJob } from "../../test/run-job";
import { createWorld, type World } from "../../test/world";
import { type Capture, captureLead } from "..";

const said: Capture = {
  email: "Ada@Analytical.Example",
  firstName: "Ada",
  lastName: "Lovelace",
  companyName: "Analytical Engines",
  tags: ["VIP", "vip", "Newsletter"],
  source: { name: "Contact form", type: "form" },
  touch: { at: 1_700_000_000_000, kind: "submission", utm: { source: "linkedin" } },
};

function capture(ctx: Context, what: Capture) {
  return captureLead(ctx, what, async ({ leadId, created, steps, jobs }) => {
    await write(ctx, steps, { jobs });
    return { leadId, created };
  });
}

async function rowsOf(world: World) {
  return await world.database.select().from(leads).where(eq(leads.organizationId, world.id));
}

describe("capturing a lead", () => {
  it("writes six rows with its job, and the job does the rest once however often it runs", async () => {
    const world = await createWorld();
    const meter: RowMeter = { read: 0, written: 0 };
    const { leadId, created } = await capture(await inside(world, {}, meter), said);
    expect(created).toBe(true);
    expect(meter.written).toBeLessThanOrEqual(6);
    expect(meter.read).toBeLessThanOrEqual(20);
    await runNewestJob(world.id, "leads.settle");
    const job = await runNewestJob(world.id, "leads.settle");
    expect(job).toMatchObject({ status: "completed", errorMessage: null });
    const [lead] = await rowsOf(world);
    expect(lead).toMatchObject({
      id: leadId,
      isListed: true,
      status: "new",
      nameKey: "lovelace ada analytical engines",
    });
    expect(lead?.companyId).toMatch(/^com_/);
    expect(lead?.sourceId).toMatch(/^lsr_/);
    expect(lead?.tags).toHaveLength(2);
    const totals = await world.database
      .select()
      .from(leadStageTotals)
      .where(eq(leadStageTotals.organizationId, world.id));
    expect(totals).toMatchObject([{ leadCount: 1, valueSum: 0, currency: "" }]);
    expect(await world.database.$count(leadTagLinks, eq(leadTagLinks.organizationId, world.id))).toBe(2);
    const touches = await world.database.select().from(touchpoints).where(eq(touchpoints.leadId, leadId));
    expect(touches).toMatchObject([{ kind: "submission", source: "linkedin" }]);
  });

  it("knows somebody again by the same mailbox however it is written, by the number, by name with company", async () => {
    const world = await createWorld();
    const ctx = await inside(world);
    const first = await capture(ctx, said);
    await runNewestJob(world.id, "leads.settle");
    const again = await capture(ctx, {
      email: "ada+news@analytical.example",
      phone: "0049 (0)30 123456",
      lastName: "Byron",
    });
    expect(again).toEqual({ leadId: first.leadId, created: false });
    await runNewestJob(world.id, "leads.settle");
    const byNumber = await capture(ctx, { phone: "+49 30 123456" });
    expect(byNumber).toEqual({ leadId: first.leadId, created: false });
    const other = await capture(ctx, { email: "charles@analytical.example", phone: "+49 30 123456" });
    expect(other.created).toBe(true);
    const named = await capture(ctx, {
      firstName: "Mary",
      lastName: "Somerville",
      companyName: "Royal Society",
    });
    const namedAgain = await capture(ctx, {
      firstName: "mary",
      lastName: "SOMERVILLE",
      companyName: "Royal  Society",
    });
    expect(namedAgain).toEqual({ leadId: named.leadId, created: false });
    const [lead] = await rowsOf(world);
    expect(lead).toMatchObject({
      lastName: "Lovelace",
      email: "Ada@Analytical.Example",
      phone: "0049 (0)30 123456",
    });
  });

  it("makes one lead of two who come at once, and one firm, source and tag", async () => {
    const world = await createWorld();
    const contexts = await Promise.all(Array.from({ length: 6 }, () => inside(world)));
    const ids = await Promise.all(contexts.map((ctx) => capture(ctx, said)));
    expect(new Set(ids.map(({ leadId }) => leadId)).size).toBe(1);
    expect(ids.filter(({ created }) => created)).toHaveLength(1);
    expect(await rowsOf(world)).toHaveLength(1);
  });

  it("finds words of one organization only", async () => {
    const world = await createWorld();
    await capture(await inside(world), said);
    await runNewestJob(world.id, "leads.settle");
    const code = world.id.slice(-6);
    const found = await world.database.all(
      sql`select rowid from leads_fts where leads_fts match ${`"${code}lovel" *`}`,
    );
    expect(found).toHaveLength(1);
    expect(
      await world.database.all(sql`select rowid from leads_fts where leads_fts match ${'"lovel" *'}`),
    ).toHaveLength(0);
  });
});
