import type { Id } from "../../db/ids";
import type { leadAssignments, Standing } from "../../db/schema/cell/assignment";
import type { Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { getLead, type Lead } from "../leads";
import { workersAmong } from "../members";
import { type Available, availableOf } from "./availability";
import { choose, type Choice } from "./choose";
import { nextDuty } from "./duty";
import { type AssignmentRule, rulesFor } from "./rules";
import { tell, waitFor } from "./write-assignment";

type Cause = (typeof leadAssignments.$inferSelect)["cause"];
export type HandingOut = {
  cause: Cause;
  /** Whose it is now: somebody else's in between is left alone. */
  from: Id<"user"> | null;
};

/**
 * Gives a lead to whoever's turn it is by the first rule that has somebody free. Who that is, is decided inside the
 * database, one lead after another, so that a thousand at once are dealt as evenly as one by one; the fact follows.
 */
export async function handOut(ctx: Context, leadId: Id<"lead">, { cause, from }: HandingOut): Promise<void> {
  const lead = await leadIfThere(ctx, leadId);
  if (!lead) return;
  if (lead.assignedTo !== from) return await tell(ctx, leadId);
  const rules = await rulesFor(ctx, leadId);
  if (rules.length === 0 && from === null) return;
  const pools = await poolsOf(ctx, rules, from);
  for (const pool of pools) if (await tryPool(ctx, lead, pool, cause)) return await tell(ctx, leadId);
  await waitFor(ctx, lead, cause, standingsOf(pools), nextChance(ctx, pools));
}

async function leadIfThere(ctx: Context, id: Id<"lead">): Promise<Lead | null> {
  try {
    return await getLead(ctx, id);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

type Member = Available & { counts: boolean };
type Pool = { rule: AssignmentRule; members: Member[]; fallback: Member | null; gone: Id<"user">[] };

/** Whom each rule means today, asked for all rules at once. Whoever gives the lead up does not get it again. */
async function poolsOf(ctx: Context, rules: AssignmentRule[], from: Id<"user"> | null): Promise<Pool[]> {
  const [people, teams] = [
    rules.flatMap(({ userIds, fallbackTo }) => [...userIds, ...(fallbackTo ? [fallbackTo] : [])]),
    rules.flatMap(({ teamIds }) => teamIds),
  ];
  const workers = await workersAmong(ctx, { userIds: people, teamIds: teams });
  const able = workers.filter((worker) => worker.userId !== from && worker.may("leads:write"));
  const all = new Map((await availableOf(ctx, able)).map((each) => [each.worker.userId, each]));
  return rules.map((rule) => poolOf(rule, all));
}

function poolOf(rule: AssignmentRule, all: ReadonlyMap<string, Available>): Pool {
  const { userIds, teamIds, fallbackTo, keepsHours } = rule;
  const named = userIds.flatMap((id) => all.get(id) ?? []);
  const ofTeams = [...all.values()].filter(({ worker }) => teamIds.some((id) => worker.teamIds.includes(id)));
  const members = [...new Set([...named, ...ofTeams])].map((each) => ({
    ...each,
    counts: countsNow(each, keepsHours),
  }));
  const fallback = (fallbackTo && all.get(fallbackTo)) || null;
  return {
    rule,
    members,
    fallback: fallback && { ...fallback, counts: true },
    gone: userIds.filter((id) => !all.has(id)),
  };
}

/** Full ones count too: by the time that the database decides, they may not be full any more. */
function countsNow({ standing }: Available, keepsHours: boolean): boolean {
  return standing === "free" || standing === "full" || (standing === "off_hours" && !keepsHours);
}

async function tryPool(
  ctx: Context,
  lead: Lead,
  { rule, members, fallback, gone }: Pool,
  cause: Cause,
): Promise<boolean> {
  const standings = [
    ...members.map(standingOf),
    ...gone.map((userId) => ({ userId, standing: "gone" as const })),
  ];
  const free = members.filter(({ counts }) => counts);
  const choice: Choice = { rule, lead, cause, standings, way: rule.method, candidates: free };
  if (free.length > 0 && (await choose(ctx, choice))) return true;
  if (!fallback) return false;
  return await choose(ctx, { ...choice, way: "fallback", candidates: [{ ...fallback, capacity: null }] });
}

function standingOf({ worker, standing }: Available): Standing {
  return { userId: worker.userId, standing };
}

function standingsOf(pools: Pool[]): Standing[] {
  const all = pools.flatMap(({ members }) => members.map(standingOf));
  return [...new Map(all.map((each) => [each.userId, each])).values()];
}

const hour = 3_600_000;

/** When it is worth another look: somebody's next hour of work, or for those who are full the next full hour. */
function nextChance(ctx: Context, pools: Pool[]): number | null {
  const now = ctx.now();
  const chances = pools
    .flatMap(({ members }) => members)
    .flatMap((each) =>
      each.standing === "full" ? (Math.floor(now / hour) + 1) * hour : (nextDuty(each, now) ?? []),
    );
  return chances.length === 0 ? null : Math.min(...chances);
}
