import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import { type Lead, nameKeyOf, phoneKey } from "../leads";
import { type Comparable, compareLeads, type Likeness, worthShowing } from "./compare";
import { mailboxSpellings, phoneSpellings } from "./same-keys";

export type Pair = Likeness & { leadId: Id<"lead">; otherLeadId: Id<"lead"> };
type Other = Comparable & { id: Id<"lead">; wantedId: string };

/** Per lead and per way of looking: a common name or a big firm costs no more than this. */
const mostAlike = 40;

/** Whom these leads may be, among all. Each way of looking is one of the lists' own indexes. */
export async function findPairs(ctx: Context, leads: readonly Lead[]): Promise<Pair[]> {
  if (leads.length === 0) return [];
  const byId = new Map(leads.map((lead) => [lead.id as string, lead]));
  const others = [...(await sharingKeys(ctx, leads)), ...(await standingNear(ctx, leads))];
  const pairs = new Map<string, Pair>();
  for (const { wantedId, ...other } of others) {
    const lead = byId.get(wantedId);
    if (!lead || lead.id === other.id) continue;
    const likeness = compareLeads(lead, other);
    if (likeness.score < worthShowing) continue;
    const pair = { ...likeness, ...inOrder(lead.id, other.id) };
    pairs.set(`${pair.leadId} ${pair.otherLeadId}`, pair);
  }
  return [...pairs.values()];
}

/** The older one first: ids begin with their time. */
export function inOrder(one: Id<"lead">, other: Id<"lead">) {
  return one < other ? { leadId: one, otherLeadId: other } : { leadId: other, otherLeadId: one };
}

const columns = sql`other.id, other.email, other.phone, other.first_name as "firstName", other.last_name as "lastName",
  other.company_name as "companyName", other.company_id as "companyId", wanted.value ->> 'id' as "wantedId"`;

/** The same mailbox or number in another spelling. */
async function sharingKeys(ctx: Context, leads: readonly Lead[]): Promise<Other[]> {
  const mailboxes = leads.flatMap(({ id, email }) =>
    mailboxSpellings(email).map((spelling) => ({ id, key: `e:${spelling}` })),
  );
  const phones = leads.flatMap(({ id, phone }) => {
    const key = phoneKey(phone);
    return key === null ? [] : [key, ...phoneSpellings(phone)].map((spelling) => ({ id, key: spelling }));
  });
  const here = sql`other.organization_id = ${ctx.organization.id} and other.is_listed = 1`;
  return await ctx.db.all<Other>(
    sql`select ${columns} from json_each(${JSON.stringify(mailboxes)}) as wanted
      cross join leads as other on ${here} and other.match_key = wanted.value ->> 'key'
      union all
      select ${columns} from json_each(${JSON.stringify(phones)}) as wanted
      cross join leads as other on other.organization_id = ${ctx.organization.id} and other.id in (
        select same.id from leads as same where same.organization_id = ${ctx.organization.id} and same.is_listed = 1
        and same.phone_key is not null and same.phone_key = wanted.value ->> 'key' limit ${mostAlike})`,
  );
}

/** The same name anywhere, and everybody of the same firm. */
async function standingNear(ctx: Context, leads: readonly Lead[]): Promise<Other[]> {
  const names = leads.flatMap(({ id, firstName, lastName }) =>
    firstName && lastName
      ? [
          { id, key: nameKeyOf({ firstName, lastName }) },
          { id, key: nameKeyOf({ firstName: lastName, lastName: firstName }) },
        ]
      : [],
  );
  const firms = leads.flatMap(({ id, companyId }) => (companyId ? [{ id, key: companyId }] : []));
  const listed = sql`near.organization_id = ${ctx.organization.id} and near.is_listed = 1`;
  // A company's name may follow; “!” is what comes after a space.
  return await ctx.db.all<Other>(
    sql`select ${columns} from json_each(${JSON.stringify(names)}) as wanted
      cross join leads as other on other.organization_id = ${ctx.organization.id} and other.id in (
        select near.id from leads as near where ${listed} and near.name_key >= wanted.value ->> 'key'
        and near.name_key < (wanted.value ->> 'key') || '!' limit ${mostAlike})
      union all
      select ${columns} from json_each(${JSON.stringify(firms)}) as wanted
      cross join leads as other on other.organization_id = ${ctx.organization.id} and other.id in (
        select near.id from leads as near where ${listed} and near.company_id is not null
        and near.company_id = wanted.value ->> 'key' limit ${mostAlike})`,
  );
}
