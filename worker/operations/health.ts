import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Base } from "../kernel/context";
import { route } from "../kernel/contract";

const state = z.enum(["ok", "down"]);

export const healthWire = z
  .strictObject({
    status: state,
    components: z.strictObject({ database: state, limiter: state, cells: state }),
  })
  .meta({ id: "Health" });

/** Which part answers, without a word about how it is made (REL-02). */
export const healthRoute = route(
  {
    method: "get",
    path: "/v1/health",
    operation: "getHealth",
    tag: "Platform",
    summary: "See whether every part answers",
    access: "public",
    answer: { status: 200, schema: healthWire },
    budget: { read: 3, written: 0 },
  },
  async (base) => {
    const [database, limiter, cells] = await Promise.all([
      answers(base.control.run(sql`select 1`)),
      answers(base.charge("health", [{ name: "health", quota: 1_000_000, windowSeconds: 60 }])),
      answers(askCells(base)),
    ]);
    const allOk = [database, limiter, cells].every((part) => part === "ok");
    return { status: allOk ? "ok" : "down", components: { database, limiter, cells } } as const;
  },
);

async function answers(question: Promise<unknown>): Promise<"ok" | "down"> {
  return await question.then(
    () => "ok" as const,
    () => "down" as const,
  );
}

function askCells(base: Base): Promise<unknown> {
  return base.openCell(base.cellForNewOrganization()).run(sql`select 1`);
}
