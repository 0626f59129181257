import { desc, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentTopics } from "../../db/schema/cell/business";
import type { Generated } from "../ai";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import type { StoredJob } from "../kernel/jobs";
import { orElse, type Step } from "../kernel/write";
import { refuseUnlessBusiness } from "./business-guard";
import { defaultStrategy } from "./queries";
import { readKnown, suggest, type SuggestionJob, withoutLinks } from "./suggest";
import { askForTopics, type SuggestedTopic } from "./suggestion-prompts";
import { ofBusiness } from "./topic-queries";

type TopicsJob = SuggestionJob & { count: number };

export async function suggestTopics(ctx: Context, order: TopicsJob, job: StoredJob): Promise<void> {
  const { businessId, count } = order;
  const strategy = await defaultStrategy(ctx, businessId);
  await suggest<{ topics: SuggestedTopic[] }>(ctx, order, job, {
    noun: "topic",
    async ask() {
      const [known, existing] = await Promise.all([readKnown(ctx, businessId), titlesOf(ctx, businessId)]);
      return askForTopics(known, { count, strategy, existing });
    },
    keep: async (generated) => ({
      steps: keepTopics(ctx, businessId, generated, { count, strategyId: strategy?.id ?? null }),
      fact: { type: "topic.suggested", subjectId: businessId, data: { businessId } },
    }),
  });
}

const mostTold = 200;

/** The newest of whatever state: what was rejected is not suggested again. */
async function titlesOf(ctx: Context, businessId: Id<"business">): Promise<string[]> {
  const rows = await ctx.db
    .select({ title: contentTopics.title })
    .from(contentTopics)
    .where(ofBusiness(ctx, businessId))
    .orderBy(desc(contentTopics.id))
    .limit(mostTold);
  return rows.map(({ title }) => title);
}

type Keep = { count: number; strategyId: Id<"strategy"> | null };

/** A title that is there by now is left out by the database itself, whoever wrote it meanwhile. */
function keepTopics(
  ctx: Context,
  businessId: Id<"business">,
  { value, unknownLinks, generationId }: Generated<{ topics: SuggestedTopic[] }>,
  { count, strategyId }: Keep,
): Step[] {
  const topics = withoutLinks(value.topics, unknownLinks)
    .filter(({ title }) => title !== "")
    .slice(0, count);
  const rows = topics.map((topic) => ({ ...topic, id: ctx.newId("topic", ctx.organization.cell) }));
  const at = ctx.now();
  const insert = ctx.db.insert(contentTopics).select(
    sql`select min(value ->> 'id'), ${ctx.organization.id}, ${at}, ${businessId}, ${strategyId}, value ->> 'title',
      value ->> 'subheader', value ->> 'description', value -> 'keywords', value -> 'seoKeywords',
      nullif(value -> 'scenario', 'null'), value ->> 'engagementScore', value ->> 'engagementReason',
      value ->> 'difficultyScore', value ->> 'difficultyReason', 'suggested', ${generationId}, ${at}
      from json_each(${JSON.stringify(rows)})
      where not exists (select 1 from content_topics as one where one.organization_id = ${ctx.organization.id}
        and one.business_id = ${businessId} and lower(one.title) = lower(value ->> 'title'))
      group by lower(value ->> 'title')`,
  );
  return [...refuseUnlessBusiness(ctx, businessId), insert, orElse(nothingNew)];
}

const nothingNew = new Conflict(
  "nothing_new",
  "Every idea that came is among your topics already. Tell more about the business, then try again.",
);
