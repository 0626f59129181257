import { and, asc, eq, inArray } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { pieceSources } from "../../../db/schema/cell/content";
import type { AnalysisFact } from "../../analyses";
import { authorize, type Context } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { idsIn } from "../../kernel/id-list";
import { orElse, type Step, write } from "../../kernel/write";
import { insertRows } from "../insert-rows";
import { textOf } from "../content";
import { backingOf, type Claim, findClaims } from "../pure/claims";
import { getPiece } from "../queries";

export type Source = typeof pieceSources.$inferSelect;
const most = 60;

async function listSources(ctx: Context, pieceId: Id<"piece">): Promise<Source[]> {
  return await ctx.db
    .select()
    .from(pieceSources)
    .where(ofPiece(ctx, pieceId))
    .orderBy(asc(pieceSources.id))
    .limit(most);
}

/** As a reader meets them. */
export async function listClaims(ctx: Context, pieceId: Id<"piece">): Promise<Source[]> {
  const { content } = await getPiece(ctx, pieceId);
  const text = textOf(content).replace(/\s+/g, " ");
  const sources = await listSources(ctx, pieceId);
  return sources.toSorted((one, other) => text.indexOf(one.claim) - text.indexOf(other.claim));
}

/**
 * What a text claims, each with the fact that backs it (AI-02). A claim that stood there before keeps its answer, and a
 * sentence that is gone takes its row with it. Facts are only asked for where there is a new claim.
 */
export async function sourceSteps(
  ctx: Context,
  pieceId: Id<"piece">,
  text: string,
  facts: () => Promise<readonly AnalysisFact[]>,
  isFirst = false,
): Promise<Step[]> {
  const claims = findClaims(text);
  const before = isFirst ? [] : await listSources(ctx, pieceId);
  const known = new Set(before.map(({ claim }) => claim));
  const wanted = new Set(claims.map(({ sentence }) => sentence));
  const fresh = claims.filter(({ sentence }) => !known.has(sentence));
  const gone = before.filter(({ claim }) => !wanted.has(claim)).map(({ id }) => id);
  const found = fresh.length > 0 ? await facts() : [];
  return [
    ...(gone.length > 0 ? [forget(ctx, pieceId, gone)] : []),
    ...insertRows(
      ctx,
      pieceSources,
      fresh.map((claim) => rowOf(ctx, pieceId, claim, found)),
    ),
  ];
}

/** For pieces that the same batch makes. */
export function freshSourceSteps(
  ctx: Context,
  texts: readonly { pieceId: Id<"piece">; text: string }[],
  facts: readonly AnalysisFact[],
): Step[] {
  const rows = texts.flatMap(({ pieceId, text }) =>
    findClaims(text).map((claim) => rowOf(ctx, pieceId, claim, facts)),
  );
  return insertRows(ctx, pieceSources, rows);
}

function forget(ctx: Context, pieceId: Id<"piece">, ids: string[]): Step {
  return ctx.db.delete(pieceSources).where(and(ofPiece(ctx, pieceId), inArray(pieceSources.id, idsIn(ids))));
}

function rowOf(ctx: Context, pieceId: Id<"piece">, claim: Claim, facts: readonly AnalysisFact[]) {
  const fact = backingOf(claim, facts);
  return {
    id: ctx.newId("source", ctx.organization.cell),
    pieceId,
    claim: claim.sentence,
    analysisFactId: fact?.id ?? null,
    quote: fact?.sentence ?? "",
    url: fact?.url ?? "",
    status: fact ? "backed" : "unbacked",
    updatedAt: ctx.now(),
  };
}

/** A person answers for a claim, or takes that back. */
export async function judgeSource(
  ctx: Context,
  pieceId: Id<"piece">,
  sourceId: Id<"source">,
  isConfirmed: boolean,
): Promise<Source> {
  authorize(ctx, "content:write");
  await getPiece(ctx, pieceId);
  const before = await getSource(ctx, pieceId, sourceId);
  const status = isConfirmed ? "confirmed" : before.analysisFactId ? "backed" : "unbacked";
  if (status === before.status) return before;
  await write(
    ctx,
    [
      ctx.db
        .update(pieceSources)
        .set({ status, updatedAt: ctx.now() })
        .where(isSource(ctx, pieceId, sourceId)),
      orElse(new NotFound()),
    ],
    {
      facts: [{ type: "piece.claim_judged", subjectId: pieceId, data: { sourceId, status } }],
      audit: [
        {
          action: "piece.claim_judged",
          resourceType: "piece",
          resourceId: pieceId,
          changes: { before: { status: before.status }, after: { status, claim: before.claim } },
        },
      ],
    },
  );
  return await getSource(ctx, pieceId, sourceId);
}

async function getSource(ctx: Context, pieceId: Id<"piece">, sourceId: Id<"source">): Promise<Source> {
  const [row] = await ctx.db
    .select()
    .from(pieceSources)
    .where(isSource(ctx, pieceId, sourceId));
  if (!row) throw new NotFound();
  return row;
}

function ofPiece(ctx: Context, pieceId: Id<"piece">) {
  return and(eq(pieceSources.organizationId, ctx.organization.id), eq(pieceSources.pieceId, pieceId));
}

function isSource(ctx: Context, pieceId: Id<"piece">, sourceId: Id<"source">) {
  return and(ofPiece(ctx, pieceId), eq(pieceSources.id, sourceId));
}
