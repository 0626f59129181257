import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { companies } from "../../db/schema/cell/leads";
import type { Context } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import { companyKeyOf, companyNameKey } from "./keys";

type Asked = { name: string; domain: string | null };
type Found = { id: Id<"company">; matchKey: string | null; nameKey: string; isGone: number };

/** `companyFor` for a lot: the same choice for each, in three statements however many they are. */
export async function companiesFor(ctx: Context, asked: readonly Asked[]): Promise<(Id<"company"> | null)[]> {
  const wanted = asked.map(({ name, domain }) => ({
    name: name.trim().slice(0, 200),
    nameKey: companyNameKey(name),
    domain,
  }));
  const known = await findAll(ctx, wanted);
  const missing = new Map(
    wanted
      .filter((each) => each.nameKey !== "" && !choose(known, each))
      .map((each) => [each.nameKey, each.name]),
  );
  if (missing.size > 0) await makeAll(ctx, missing);
  const all = missing.size > 0 ? await findAll(ctx, wanted) : known;
  return wanted.map((each) => {
    const found = choose(all, each);
    return found && !found.isGone ? found.id : null;
  });
}

type Wanted = { nameKey: string; domain: string | null };
type Directory = { byMatch: Map<string, Found>; byName: Map<string, Found> };

function choose({ byMatch, byName }: Directory, { nameKey, domain }: Wanted): Found | undefined {
  const found = domain ? byMatch.get(`d:${domain}`) : undefined;
  return found ?? (nameKey === "" ? undefined : (byMatch.get(`n:${nameKey}`) ?? byName.get(nameKey)));
}

async function findAll(ctx: Context, wanted: readonly Wanted[]): Promise<Directory> {
  const names = [...new Set(wanted.map(({ nameKey }) => nameKey).filter((key) => key !== ""))];
  const domains = [...new Set(wanted.flatMap(({ domain }) => (domain ? [`d:${domain}`] : [])))];
  const columns = {
    id: companies.id,
    matchKey: companies.matchKey,
    nameKey: companies.nameKey,
    isGone: sql<number>`deleted_at is not null`,
  };
  const here = eq(companies.organizationId, ctx.organization.id);
  const keys = [...domains, ...names.map((key) => `n:${key}`)];
  const [matched, named] = await Promise.all([
    ctx.db
      .select(columns)
      .from(companies)
      .where(and(here, inArray(companies.matchKey, idsIn(keys)))),
    ctx.db
      .select(columns)
      .from(companies)
      .where(and(here, inArray(companies.nameKey, idsIn(names)), isNull(companies.deletedAt))),
  ]);
  return {
    byMatch: new Map(matched.flatMap((row) => (row.matchKey ? [[row.matchKey, row] as const] : []))),
    byName: new Map(named.toReversed().map((row) => [row.nameKey, row])),
  };
}

/** Made by somebody else in between, they are there all the same. */
async function makeAll(ctx: Context, names: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...names].map(([nameKey, name]) => ({
    id: ctx.newId("company", ctx.organization.cell),
    name,
    nameKey,
    matchKey: companyKeyOf({ name, domain: null }),
  }));
  const now = ctx.now();
  await ctx.db
    .run(sql`insert into companies (id, organization_id, created_at, name, name_key, match_key, updated_at)
    select value ->> 'id', ${ctx.organization.id}, ${now}, value ->> 'name', value ->> 'nameKey', value ->> 'matchKey', ${now}
    from json_each(${JSON.stringify(rows)}) where true on conflict do nothing`);
}
