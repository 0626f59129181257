import type { Api, Outcome } from "~/api.server";

const limit = 100;
/** Enough for years of one person; a file that ends earlier says so. */
const mostPages = 50;

type Page = { data: unknown[]; nextCursor: string | null };
type Answering = Promise<{ data?: Page; error?: unknown; response: Response }>;

/** Everything that is kept of a person, from every area that keeps something; what this reader may not see is named. */
export async function personalFile(api: Api, leadId: string) {
  const { client } = api;
  const path = { leadId };
  const about = await api.read(client.GET("/v1/leads/{leadId}/personal-data", { params: { path } }));
  const [activities, open, conversations, journey, submissions] = await Promise.all([
    wholly(api, (query) =>
      client.GET("/v1/leads/{leadId}/activities", { params: { path, query: { ...query, state: "done" } } }),
    ),
    wholly(api, (query) => client.GET("/v1/leads/{leadId}/activities", { params: { path, query } })),
    wholly(api, (query) => client.GET("/v1/leads/{leadId}/conversations", { params: { path, query } })),
    wholly(api, (query) => client.GET("/v1/leads/{leadId}/journey", { params: { path, query } })),
    wholly(api, (query) => client.GET("/v1/leads/{leadId}/submissions", { params: { path, query } })),
  ]);
  return { ...about, activities, tasks: open, conversations, journey, submissions };
}

type Part = { entries: unknown[]; isComplete: boolean } | { notIncluded: string };

async function wholly(
  api: Api,
  ask: (query: { limit: number; cursor?: string }) => Answering,
): Promise<Part> {
  const entries: unknown[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const outcome: Outcome<Page> = await api.attempt(ask({ limit, ...(cursor ? { cursor } : {}) }));
    if (!outcome.ok) return { notIncluded: outcome.problem.detail };
    entries.push(...outcome.data.data);
    cursor = outcome.data.nextCursor;
    if (cursor === null) return { entries, isComplete: true };
  }
  return { entries, isComplete: false };
}
