import { leadScoringSettings } from "../../db/schema/cell/scoring";
import { authorize, type Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { write } from "../kernel/write";
import type { SettingsChange } from "./rule-wire";
import { scoringOf, type Settings } from "./rules";
import { applySteps, isOurs } from "./run";

export async function updateSettings(ctx: Context, change: SettingsChange): Promise<Settings> {
  authorize(ctx, "leads:configure");
  const { settings } = await scoringOf(ctx);
  const after = changedSettings(settings, change);
  const { steps, job } = applySteps(ctx, settings);
  const { groups, fitMax, engagementMax, warmAt, hotAt, hysteresis } = after;
  const set = { groups, fitMax, engagementMax, warmAt, hotAt, hysteresis };
  await write(ctx, [...steps, ctx.db.update(leadScoringSettings).set(set).where(isOurs(ctx))], {
    facts: [{ type: "scoring_rule.updated", subjectId: ctx.organization.id }],
    audit: [{ action: "scoring.updated", resourceType: "scoring_rule", changes: { after: change } }],
    jobs: [job],
  });
  return (await scoringOf(ctx)).settings;
}

export function changedSettings(before: Settings, change: SettingsChange, pointer = ""): Settings {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after: Settings = { ...before, ...said };
  if (after.hotAt <= after.warmAt)
    throw Invalid.field(`${pointer}/hotAt`, "below_warm", "Hot begins above warm.");
  const names = after.groups.map(({ name }) => name);
  if (new Set(names).size < names.length)
    throw Invalid.field(`${pointer}/groups`, "twice", "Each group has one cap.");
  return after;
}
