import { and, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import { leads } from "../../../db/schema/cell/leads";
import { type Condition, compile, assertAskable } from "../../kernel/conditions";
import type { Context } from "../../kernel/context";
import { leadFields } from "../fields/field-catalogue";
import type { LeadStatus } from "../catalogue/stages";

/** Which leads a list, a count, an export or a bulk action is about. */
export type Filters = {
  status?: LeadStatus | undefined;
  stageId?: string | undefined;
  /** Null: nobody's. */
  assignedTo?: string | null | undefined;
  sourceId?: string | undefined;
  companyId?: string | undefined;
  tagId?: string | undefined;
  conditions?: readonly Condition[] | undefined;
};

/** One question that an index of leads answers, with its SQL by that index and past it. */
export type Indexed = { by: "column" | "tag"; asked: SQL; passed: SQL };

export type ReadFilters = {
  indexed: Indexed[];
  /** What no index answers. */
  rest: SQL | undefined;
  tagId: string | undefined;
};

/** Throws where a condition asks what the caller may not see, or what is not there. */
export async function readFilters(
  ctx: Context,
  filters: Filters,
  pointer = "/condition",
): Promise<ReadFilters> {
  const fields = filters.conditions?.length ? await leadFields(ctx) : {};
  const compiled = (filters.conditions ?? []).map((condition) => {
    assertAskable(condition, fields, pointer);
    return compile(condition, fields, { now: ctx.now() });
  });
  return { indexed: indexedOf(ctx, filters), rest: and(...compiled), tagId: filters.tagId };
}

/** Everything at once, for whoever reads leads in an order of their own. */
export function whereAll({ indexed, rest }: ReadFilters): SQL | undefined {
  return and(...indexed.map(({ passed }) => passed), rest);
}

/** Those that leave the fewest leads stand first. */
function indexedOf(ctx: Context, filters: Filters): Indexed[] {
  const { status, stageId, assignedTo, sourceId, companyId, tagId } = filters;
  return [
    ...(companyId === undefined ? [] : [equals(leads.companyId, companyId)]),
    ...(tagId === undefined ? [] : [hasTag(ctx, tagId)]),
    ...(assignedTo === undefined ? [] : [equals(leads.assignedTo, assignedTo)]),
    ...(sourceId === undefined ? [] : [equals(leads.sourceId, sourceId)]),
    ...(stageId === undefined ? [] : [inStage(ctx, stageId)]),
    ...(status === undefined ? [] : [equals(leads.status, status)]),
  ];
}

/** By the index of its status: the one of the stage is in the order of the board. */
function inStage(ctx: Context, stageId: string): Indexed {
  const passed = sql`+${leads.stageId} = ${stageId}`;
  const statusOf = sql`(select stage.status from lead_stages as stage where stage.id = ${stageId}
    and stage.organization_id = ${ctx.organization.id})`;
  return { by: "column", asked: sql`${leads.status} = ${statusOf} and ${passed}`, passed };
}

/** The plus keeps SQLite from walking this index where another one gives the order. */
function equals(column: SQLWrapper, value: string | null): Indexed {
  const isNobody = value === null;
  return {
    by: "column",
    asked: isNobody ? sql`${column} is null` : sql`${column} = ${value}`,
    passed: isNobody ? sql`+${column} is null` : sql`+${column} = ${value}`,
  };
}

function hasTag(ctx: Context, tagId: string): Indexed {
  const has = sql`exists (select 1 from lead_tag_links as link where link.organization_id = ${ctx.organization.id}
    and link.tag_id = ${tagId} and link.lead_id = ${leads.id})`;
  return { by: "tag", asked: has, passed: has };
}
