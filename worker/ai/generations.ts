import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { aiGenerations } from "../../db/schema/cell/ai";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { orElse, write } from "../kernel/write";

export type Generation = typeof aiGenerations.$inferSelect;

export type GenerationFilter = {
  limit: number;
  before?: string | undefined;
  pieceId?: Id<"piece"> | undefined;
};

/** Newest first. */
export async function listGenerations(ctx: Context, filter: GenerationFilter): Promise<Generation[]> {
  authorize(ctx, "spend:read");
  const { before, pieceId, limit } = filter;
  return await ctx.db
    .select()
    .from(aiGenerations)
    .where(
      and(
        eq(aiGenerations.organizationId, ctx.organization.id),
        before === undefined ? undefined : lt(aiGenerations.id, sql`${before}`),
        pieceId && eq(aiGenerations.pieceId, pieceId),
      ),
    )
    .orderBy(desc(aiGenerations.id))
    .limit(limit + 1);
}

export async function getGeneration(ctx: Context, id: Id<"generation">): Promise<Generation> {
  const [row] = await ctx.db
    .select()
    .from(aiGenerations)
    .where(and(eq(aiGenerations.organizationId, ctx.organization.id), eq(aiGenerations.id, id)));
  if (!row) throw new NotFound();
  return row;
}

export type Judgement = {
  rating?: number | null | undefined;
  feedback?: string | undefined;
  accepted?: boolean | null | undefined;
};

/** What people thought of it, beside what it cost: prompts are compared by both. */
export async function judgeGeneration(
  ctx: Context,
  id: Id<"generation">,
  judgement: Judgement,
): Promise<Generation> {
  authorize(ctx, "content:write");
  const before = await getGeneration(ctx, id);
  const change = Object.fromEntries(Object.entries(judgement).filter(([, value]) => value !== undefined));
  await write(
    ctx,
    [
      ctx.db
        .update(aiGenerations)
        .set({ ...change, updatedAt: ctx.now() })
        .where(and(eq(aiGenerations.organizationId, ctx.organization.id), eq(aiGenerations.id, id))),
      orElse(new NotFound()),
    ],
    {
      facts: [
        {
          type: "generation.judged",
          subjectId: id,
          data: { task: before.task, promptVersion: before.promptVersion, ...change },
        },
      ],
    },
  );
  return { ...before, ...change };
}
