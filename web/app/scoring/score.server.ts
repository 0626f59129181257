import type { enter } from "~/frame/frame.server";
import type { LeadScore, ScoreAnswer } from "./score";

type Entered = Pick<Awaited<ReturnType<typeof enter>>, "api" | "frame" | "organization">;

const mostPieces = 8;

/** A lead's score, the ones before it, and the names of what persuaded. */
export async function scoreAnswer(entered: Entered, leadId: string): Promise<ScoreAnswer> {
  const { api, frame, organization } = entered;
  const params = { path: { leadId } };
  const [score, past] = await Promise.all([
    api.read(api.client.GET("/v1/leads/{leadId}/score", { params })),
    api.read(api.client.GET("/v1/leads/{leadId}/scores", { params: { ...params, query: { limit: 12 } } })),
  ]);
  const home = `/o/${organization.slug}`;
  return {
    score,
    past: past.data.map((each) => ({ at: each.at, score: each.score })),
    pieces: frame.permissions.includes("content:read") ? await titlesOf(entered, score) : {},
    piecesTo: `${home}/pieces`,
    rulesTo: `${home}/settings/lead-scoring`,
    mayWrite: frame.permissions.includes("leads:write"),
  };
}

/** A piece that is gone has no name any more, and what was read of it is told instead. */
async function titlesOf({ api }: Entered, { factors }: LeadScore): Promise<Record<string, string>> {
  const ids = [...new Set(factors.flatMap(({ evidence }) => evidence?.pieceId ?? []))].slice(0, mostPieces);
  const found = await Promise.all(
    ids.map(async (pieceId) => {
      const piece = await api.attempt(
        api.client.GET("/v1/pieces/{pieceId}", { params: { path: { pieceId } } }),
      );
      return piece.ok ? [[pieceId, piece.data.title] as const] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}
