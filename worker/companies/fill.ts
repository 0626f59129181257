import { and, eq, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { companies, companySizes } from "../../db/schema/cell/leads";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";

/** What somebody who works there said of it. */
export type SaidOfCompany = { industry?: string | undefined; size?: string | undefined };

/** What is known stays; what was empty is filled. */
export function fillCompanySteps(ctx: Context, id: Id<"company"> | null, said: SaidOfCompany): Step[] {
  const size = sizeSaid(said.size ?? "");
  const industry = (said.industry ?? "").trim().slice(0, 120);
  if (id === null || (size === null && industry === "")) return [];
  return [
    ctx.db
      .update(companies)
      .set({
        industry: sql`iif(industry = '', ${industry}, industry)`,
        size: sql`coalesce(size, ${size})`,
        updatedAt: ctx.now(),
      })
      .where(and(eq(companies.organizationId, ctx.organization.id), eq(companies.id, id))),
  ];
}

/** “37”, “11–50 people”, “more than 1,000”: by the last number, which is the upper end of a range. */
export function sizeSaid(words: string): (typeof companySizes)[number] | null {
  const last = words.match(/\d[\d.,’' \u00a0\u202f]*\+?/g)?.at(-1) ?? "";
  const isMore = /\+|more|over|>/i.test(words);
  const people = Number(last.replaceAll(/\D/g, "")) + (isMore ? 1 : 0);
  if (people < 1) return null;
  return companySizes.find((size) => people <= Number(size.split("-")[1])) ?? "1001+";
}
