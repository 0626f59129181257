import type { Api } from "~/api.server";
import type { ChecklistStep } from "./checklist";

const one = { limit: 1 };

/** From a website to a published piece: each step is done when what it makes is there. */
export async function contentSteps(api: Api, home: string): Promise<ChecklistStep[]> {
  const { client } = api;
  const [businesses, bundles, approved, scheduled, published] = await Promise.all([
    api.read(client.GET("/v1/businesses", { params: { query: one } })),
    api.read(client.GET("/v1/bundles", { params: { query: one } })),
    ...(["approved", "scheduled", "published"] as const).map((status) =>
      api.read(client.GET("/v1/pieces", { params: { query: { ...one, status } } })),
    ),
  ]);
  const business = businesses.data[0];
  const bundle = bundles.data[0];
  const topics = business ? await countTopics(api, business.id) : 0;
  const isPublished = (published?.data.length ?? 0) > 0;
  const waiting = approved?.data[0] ?? scheduled?.data[0];
  return [
    {
      id: "business",
      name: "Describe your business",
      why: "Its website is enough: we read it and say what we understood.",
      to: business ? `${home}/businesses/${business.id}` : `${home}/businesses#create`,
      done: business !== undefined,
    },
    {
      id: "topics",
      name: "Choose topics",
      why: "What your readers would like to know.",
      to: `${home}/topics`,
      done: topics > 0,
    },
    {
      id: "bundle",
      name: "Order a bundle",
      why: "Posts, articles and emails for a month, written in one go.",
      to: `${home}/bundles/new`,
      done: bundle !== undefined,
    },
    {
      id: "approve",
      name: "Approve a piece",
      why: "Nothing goes out that nobody has read.",
      to: bundle ? `${home}/bundles/${bundle.id}` : `${home}/bundles`,
      done: waiting !== undefined || isPublished,
    },
    {
      id: "publish",
      name: "Publish it",
      why: "On your built-in site, or wherever you connect.",
      to: waiting ? `${home}/pieces/${waiting.id}` : `${home}/bundles`,
      done: isPublished,
    },
  ];
}

async function countTopics(api: Api, businessId: string): Promise<number> {
  const params = { path: { businessId } };
  const counts = await api.read(api.client.GET("/v1/businesses/{businessId}/topic-counts", { params }));
  return counts.chosen + counts.used;
}
