import type { BatchItem } from "drizzle-orm/batch";
import { defaultCell, type Id } from "../ids";
import {
  analysisFacts,
  businesses,
  contentStrategies,
  contentTopics,
  websiteAnalyses,
} from "../schema/cell/business";
import { directory } from "../schema/control/platform";
import { bundleName, bundleRows } from "./bundle";
import type { Happening } from "./history";
import { northwind, northwindFacts, northwindStrategy, northwindTopics } from "./northwind";
import { type Ground, newId } from "./people";

type Statement = BatchItem<"sqlite">;
type House = {
  organizationId: Id<"organization">;
  owner: Id<"user">;
  editor: Id<"user">;
  /** The name of its site among all sites. */
  site?: string;
};
type Business = House & { businessId: Id<"business"> };

const day = 86_400_000;

/** A business that has been read and described, and the bundle that was written for it last week. */
export async function seedContent(ground: Ground, house: House): Promise<Happening[]> {
  const at = (daysAgo: number): Ground => ({ ...ground, now: ground.now - daysAgo * day });
  const businessId = newId(at(58), "business");
  const business = { ...house, businessId };
  const { facts, rows: analysis } = analysisRows(at(57), business);
  const { strategyId, topics, rows: plans } = planRows(at(20), business);
  const bundle = bundleRows(at(9), { ...business, strategyId, topics, facts, today: ground.now });
  const rows = [...businessRows(at(58), business), ...analysis, ...plans, ...bundle.rows];
  const [first, ...rest] = rows;
  if (first) await ground.control.batch([first, ...rest]);
  const said = (
    daysAgo: number,
    action: string,
    type: string,
    id: string,
    changes: object = {},
  ): Happening => ({
    at: at(daysAgo).now,
    actor: house.owner,
    action,
    resource: [type, id],
    changes: { ...changes },
  });
  return [
    said(58, "business.created", "business", businessId, { after: { name: northwind.name } }),
    said(20, "strategy.created", "strategy", strategyId, { after: { name: northwindStrategy.name } }),
    said(9, "bundle.created", "bundle", bundle.id, { after: { name: bundleName } }),
    ...bundle.approved.map((id) => said(2, "piece.approved", "piece", id)),
  ];
}

function businessRows(ground: Ground, { organizationId, businessId, site }: Business): Statement[] {
  const slug = site ?? northwind.slug;
  const times = { createdAt: ground.now, updatedAt: ground.now };
  return [
    ground.control
      .insert(businesses)
      .values({ ...northwind, slug, id: businessId, organizationId, ...times }),
    ground.control.insert(directory).values({
      id: newId(ground, "directory"),
      kind: "site",
      key: slug,
      organizationId,
      cell: defaultCell,
      resourceId: businessId,
      ...times,
    }),
  ];
}

function analysisRows(ground: Ground, { organizationId, businessId }: Business) {
  const analysisId = newId(ground, "analysis");
  const times = { createdAt: ground.now, updatedAt: ground.now };
  const site = northwind.website ?? "";
  const facts = new Map(
    northwindFacts.map(({ name, sentence, page }) => {
      return [name, { id: newId(ground, "analysisFact"), sentence, url: `${site}${page}` }];
    }),
  );
  const pages = [...new Set(northwindFacts.map(({ page }) => `${site}${page}`))];
  const analysis = ground.control.insert(websiteAnalyses).values({
    id: analysisId,
    organizationId,
    businessId,
    url: site,
    status: "completed",
    pages: pages.map((url) => ({ url, title: "Northwind Coffee", bytes: 0 })),
    startedAt: ground.now,
    completedAt: ground.now + 21_000,
    appliedAt: ground.now + 600_000,
    ...times,
  });
  const rows = northwindFacts.map(({ name, kind, statement, sentence }, position) =>
    ground.control.insert(analysisFacts).values({
      kind,
      statement,
      sentence,
      id: facts.get(name)?.id ?? newId(ground, "analysisFact"),
      url: facts.get(name)?.url ?? site,
      organizationId,
      analysisId,
      businessId,
      confidence: 0.9,
      status: "accepted",
      position,
      ...times,
    }),
  );
  return { facts, rows: [analysis, ...rows] };
}

function planRows(ground: Ground, { organizationId, businessId }: Business) {
  const strategyId = newId(ground, "strategy");
  const shared = { organizationId, businessId, createdAt: ground.now, updatedAt: ground.now };
  const topics = new Map(northwindTopics.map(({ title }) => [title, newId(ground, "topic")]));
  const rows = northwindTopics.map(({ engagement, difficulty, ...topic }) =>
    ground.control.insert(contentTopics).values({
      ...topic,
      ...shared,
      id: topics.get(topic.title) ?? newId(ground, "topic"),
      strategyId,
      seoKeywords: topic.keywords,
      engagementScore: engagement[0],
      engagementReason: engagement[1],
      difficultyScore: difficulty[0],
      difficultyReason: difficulty[1],
    }),
  );
  const strategy = ground.control
    .insert(contentStrategies)
    .values({ ...northwindStrategy, ...shared, id: strategyId });
  return { strategyId, topics, rows: [strategy, ...rows] };
}
