import { type SQL, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Context } from "../../kernel/context";
import { type Step, write } from "../../kernel/write";
import { indexText } from "../pure/words";
import type { Lead } from "../queries";

/** Made by a migration of its own; its rows have the numbers of the leads. */
const leadsFts = sqliteTable("leads_fts", {
  rowid: integer("rowid"),
  open: text("open"),
  contact: text("contact"),
});

/** What it is told to do, which it takes as a row of columns of these names. */
const asked = sqliteTable("leads_fts", { what: text("leads_fts"), value: integer("rank") });

type Searchable = Pick<
  Lead,
  "id" | "firstName" | "lastName" | "jobTitle" | "email" | "phone" | "notes" | "companyName"
>;

/** Brings the full text of these leads up. Who may not see how to reach people searches the first column only (ROLE-05). */
export function searchSteps(ctx: Context, leads: readonly Searchable[]): Step[] {
  if (leads.length === 0) return [];
  const numbers = numbersOf(
    ctx,
    leads.map(({ id }) => ({ id })),
  );
  return [
    ...marking(ctx, leads.length, [
      ctx.db.delete(leadsFts).where(sql`rowid in (select leads.number from ${numbers})`),
    ]),
    ...firstSearchSteps(ctx, leads),
  ];
}

/** For leads that are made in this very batch: there is nothing of them to take out. */
export function firstSearchSteps(ctx: Context, leads: readonly Searchable[]): Step[] {
  if (leads.length === 0) return [];
  const rows = leads.map((lead) => ({
    id: lead.id,
    open: indexText(ctx.organization.id, [lead.firstName, lead.lastName, lead.companyName, lead.jobTitle]),
    contact: indexText(ctx.organization.id, [lead.email, phoneWords(lead.phone), lead.notes]),
  }));
  return [
    ctx.db
      .insert(leadsFts)
      .select(
        sql`select leads.number, wanted.value ->> 'open', wanted.value ->> 'contact' from ${numbersOf(ctx, rows)}`,
      ),
  ];
}

function numbersOf(ctx: Context, rows: readonly { id: string }[]) {
  return sql`json_each(${JSON.stringify(rows)}) as wanted cross join leads on leads.organization_id = ${ctx.organization.id}
    and leads.id = wanted.value ->> 'id'`;
}

/** A number is looked for with and without its spaces. */
function phoneWords(phone: string | null): string | null {
  return phone === null ? null : `${phone} ${phone.replaceAll(/\D/g, "")}`;
}

const handful = 20;

/**
 * Words leave the index at once, for which each of them is looked for in every part of it: twenty milliseconds a lead. Of
 * many leads they are only marked as gone; nobody finds them any more, and `clearWords` takes them out afterwards.
 */
export function marking(ctx: Context, count: number, steps: Step[]): Step[] {
  const atOnce = (value: SQL) => ctx.db.insert(asked).values({ what: "secure-delete", value });
  // Written out, because a bound number comes as a fraction, which is refused here.
  return count > handful ? [atOnce(sql`0`), ...steps, atOnce(sql`1`)] : steps;
}

/** Ordered by whoever has done the last lot of many leads. */
export function clearWordsJob(isBegun = false) {
  return { queue: "delivery", type: "leads.clear_words", payload: { isBegun } } as const;
}

const pages = 64;
const dosesInJob = 16;

/** Joins the parts of the index a dose at a time until it is one, in which no word is that is only marked as gone. */
export async function clearWords(ctx: Context, isBegun: boolean): Promise<void> {
  const changes = ctx.db.select({ n: sql<number>`total_changes()` }).from(sql`(select 1)`);
  for (let dose = 0; dose < dosesInJob; dose++) {
    // Less than nothing begins anew with all parts that there are by now.
    const value = isBegun || dose > 0 ? pages : -pages;
    const join = ctx.db.insert(asked).values({ what: "merge", value });
    const [[before], , [after]] = await ctx.db.batch([changes, join, changes]);
    // The wish itself counts as one.
    if ((after?.n ?? 0) - (before?.n ?? 0) < 2) return;
  }
  await write(ctx, [], { jobs: [clearWordsJob(true)] });
}
