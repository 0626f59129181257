import { type SQL, sql } from "drizzle-orm";
import { leadFieldValues, leadStageTotals, leadTagLinks } from "../../db/schema/cell/lead-catalogue";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";
import { countInCompanies, countOfCompanies } from "./company-totals";

/**
 * What is kept beside the leads and must follow them: totals of stages, of all and of each company, how many leads a
 * company has, leads by tag, values of custom fields.
 */
export type Aspect = "totals" | "companies" | "tags" | "fields";
const everything: readonly Aspect[] = ["totals", "companies", "tags", "fields"];
const totalled = new Set<string>(["predictedValue", "valueCurrency", "stageId", "companyId"]);

/** Those that a change of these columns touches. */
export function aspectsOf(names: readonly string[]): Aspect[] {
  return [
    ...(names.some((name) => totalled.has(name)) ? (["totals"] as const) : []),
    ...(names.includes("companyId") ? (["companies"] as const) : []),
    ...(names.includes("tags") ? (["tags"] as const) : []),
    ...(names.includes("customFields") ? (["fields"] as const) : []),
  ];
}

/**
 * Puts a change of listed leads between taking them out of what is kept beside them and putting them in again. Both read
 * the rows themselves within the batch, so nothing drifts, whoever else writes and whether or not a guard let a row pass.
 */
export function withUpkeep(
  ctx: Context,
  leadIds: readonly string[],
  steps: Step[],
  aspects: readonly Aspect[] = everything,
): Step[] {
  return [...takeOut(ctx, leadIds, aspects), ...steps, ...putIn(ctx, leadIds, aspects)];
}

export function takeOut(ctx: Context, leadIds: readonly string[], aspects = everything): Step[] {
  const ids = JSON.stringify(leadIds);
  return aspects.flatMap((aspect) => {
    if (aspect === "totals") return countSteps(ctx, ids, -1);
    if (aspect === "companies") return countOfCompanies(ctx, lot(ctx, ids), -1);
    if (aspect === "tags") return dropTags(ctx, ids);
    return dropValues(ctx, ids);
  });
}

export function putIn(ctx: Context, leadIds: readonly string[], aspects = everything): Step[] {
  const ids = JSON.stringify(leadIds);
  return aspects.flatMap((aspect) => {
    if (aspect === "totals") return countSteps(ctx, ids, 1);
    if (aspect === "companies") return countOfCompanies(ctx, lot(ctx, ids), 1);
    if (aspect === "tags") return keepTags(ctx, ids);
    return keepValues(ctx, ids);
  });
}

/** The leads of a lot, each found by its address; with `is_listed` because the rest is nowhere yet. */
function lot(ctx: Context, ids: string): SQL {
  return sql`json_each(${ids}) as wanted cross join leads as lead on lead.organization_id = ${ctx.organization.id}
    and lead.id = wanted.value and lead.is_listed = 1`;
}

function countSteps(ctx: Context, ids: string, sign: 1 | -1): Step[] {
  return [countInStages(ctx, ids, sign), countInCompanies(ctx, lot(ctx, ids), sign)];
}

function countInStages(ctx: Context, ids: string, sign: 1 | -1): Step {
  const { currency, organizationId, stageId } = leadStageTotals;
  return ctx.db
    .insert(leadStageTotals)
    .select(
      sql`select null, lead.organization_id, lead.stage_id,
      case when lead.predicted_value is null then '' else coalesce(lead.value_currency, '') end as money,
      ${sign} * count(*), ${sign} * coalesce(sum(lead.predicted_value), 0)
      from ${lot(ctx, ids)} where true group by lead.stage_id, money`,
    )
    .onConflictDoUpdate({
      target: [organizationId, stageId, currency],
      set: {
        leadCount: sql`lead_count + excluded.lead_count`,
        valueSum: sql`value_sum + excluded.value_sum`,
      },
    });
}

function keepTags(ctx: Context, ids: string): Step {
  return ctx.db
    .insert(leadTagLinks)
    .select(
      sql`select null, lead.organization_id, tag.value, lead.id
      from ${lot(ctx, ids)} cross join json_each(lead.tags) as tag where true`,
    )
    .onConflictDoNothing();
}

function dropTags(ctx: Context, ids: string): Step {
  return ctx.db.delete(leadTagLinks).where(
    sql`id in (select link.id from ${lot(ctx, ids)} cross join json_each(lead.tags) as tag
      cross join lead_tag_links as link on link.organization_id = lead.organization_id
      and link.tag_id = tag.value and link.lead_id = lead.id)`,
  );
}

function keepValues(ctx: Context, ids: string): Step {
  return ctx.db
    .insert(leadFieldValues)
    .select(
      sql`select null, organization_id, field_id, value, lead_id from (${valuesOf(ctx, ids)}) where true`,
    )
    .onConflictDoNothing();
}

function dropValues(ctx: Context, ids: string): Step {
  return ctx.db.delete(leadFieldValues).where(
    sql`id in (select kept.id from (${valuesOf(ctx, ids)}) as mine
      cross join lead_field_values as kept on kept.organization_id = mine.organization_id
      and kept.field_id = mine.field_id and kept.value = mine.value and kept.lead_id = mine.lead_id)`,
  );
}

/** Each value as what it is: numbers and times as numbers, yes and no as 1 and 0, text in lower case, choices one by one. */
function valuesOf(ctx: Context, ids: string): SQL {
  return sql`select lead.organization_id, field.id as field_id, lead.id as lead_id,
    case item.type when 'text' then lower(substr(item.value, 1, 200)) else item.value end as value
    from ${lot(ctx, ids)} cross join json_each(lead.custom_fields) as property
    cross join lead_custom_fields as field on field.organization_id = lead.organization_id and field.key = property.key
      and (field.is_filterable = 1 or field.is_unique = 1)
    cross join json_each(case when property.type = 'array' then property.value
      else json_array(property.value) end) as item
    where item.type in ('integer', 'real', 'text')`;
}
