import { inArray } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { users } from "../../db/schema/control/people";
import { can, type Context } from "../kernel/context";
import { idsIn } from "../kernel/id-list";
import { getLead, mergedIdsOf, stagesOf } from "../leads";
import { type Asked, type Entry, type Kind, mostCounted, type Names, type Place, type Source } from "./entry";
import { sources } from "./sources";

export type From = Place & { step: number | null };
export type Story = {
  /** One more than was asked for, where there is more. */
  entries: Entry[];
  /** The how-manieth of all the first one is; null where nobody counts that far. */
  firstStep: number | null;
  names: Names;
};

/** Each place answers its newest entries, and the newest of these are the page: nothing is read that could not be on it. */
export async function readStory(
  ctx: Context,
  leadId: Id<"lead">,
  kinds: ReadonlySet<Kind>,
  from: From | undefined,
  limit: number,
): Promise<Story> {
  const [mergedIds] = await Promise.all([mergedIdsOf(ctx, leadId), getLead(ctx, leadId)]);
  const asked: Asked = { leadId, leadIds: [leadId, ...mergedIds], kinds, before: from, limit: limit + 1 };
  const open = sources.filter(
    (source) =>
      source.kinds.some((kind) => kinds.has(kind)) && (!source.permission || can(ctx, source.permission)),
  );
  const [found, firstStep] = await Promise.all([
    Promise.all(open.map((source) => source.read(ctx, asked))),
    from ? from.step : countAll(ctx, open, asked),
  ]);
  const entries = found
    .flat()
    .toSorted(newestFirst)
    .slice(0, limit + 1);
  return { entries, firstStep, names: await namesIn(ctx, entries) };
}

function newestFirst(one: Place, other: Place): number {
  if (one.at !== other.at) return other.at - one.at;
  return one.id < other.id ? 1 : -1;
}

async function countAll(ctx: Context, open: readonly Source[], asked: Asked): Promise<number | null> {
  const counts = await Promise.all(open.map((source) => source.count(ctx, asked)));
  if (counts.some((count) => count >= mostCounted)) return null;
  return counts.reduce((sum, count) => sum + count, 0);
}

async function namesIn(ctx: Context, entries: readonly Entry[]): Promise<Names> {
  const wanted = entries.flatMap(({ actorId, people = [] }) => [actorId, ...people]);
  const ids = [...new Set(wanted.filter((id): id is Id<"user"> => id?.startsWith("usr_") ?? false))];
  const [people, stages] = await Promise.all([
    ids.length === 0
      ? []
      : ctx.control
          .select({ id: users.id, name: users.name })
          .from(users)
          .where(inArray(users.id, idsIn(ids))),
    entries.some(({ kind }) => kind === "stage") ? stagesOf(ctx) : [],
  ]);
  const nameOf = new Map<unknown, string>(people.map(({ id, name }) => [id, name]));
  const stageOf = new Map<unknown, string>(stages.map(({ id, name }) => [id, name]));
  return {
    person: (id) => nameOf.get(id) ?? "somebody who has left",
    stage: (id) => stageOf.get(id) ?? "a stage that is gone",
  };
}
