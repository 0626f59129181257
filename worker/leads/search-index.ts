import { sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";
import { indexText } from "./pure/words";
import type { Lead } from "./queries";

/** Made by a migration of its own; its rows have the numbers of the leads. */
const leadsFts = sqliteTable("leads_fts", {
  rowid: integer("rowid"),
  open: text("open"),
  contact: text("contact"),
});

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
    ctx.db.delete(leadsFts).where(sql`rowid in (select leads.number from ${numbers})`),
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
