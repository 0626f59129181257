import type { Api, Outcome } from "~/api.server";

const limit = 100;
/** Enough for years of one person; a file that ends earlier says so. */
const mostPages = 50;

type Page = { data: unknown[]; nextCursor: string | null };
type Answering = Promise<{ data?: Page; error?: unknown; response: Response }>;

/** Everything that is kept of a person: what every area keeps, what its browsers did, and how it counts today. */
export async function personalFile(api: Api, leadId: string) {
  const { client } = api;
  const path = { leadId };
  const about = await api.read(client.GET("/v1/leads/{leadId}/personal-data", { params: { path } }));
  const [score, journey] = await Promise.all([
    api.attempt(client.GET("/v1/leads/{leadId}/score", { params: { path } })),
    wholly(api, (query) => client.GET("/v1/leads/{leadId}/journey", { params: { path, query } })),
  ]);
  return { ...about, score: score.ok ? score.data : { notIncluded: score.problem.detail }, journey };
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
