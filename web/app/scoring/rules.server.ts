import type { Api } from "~/api.server";
import type { AskableField } from "~/conditions/group";
import type { Frame } from "~/frame/frame.server";
import { askableFields, houseOf } from "~/leads/house.server";
import type { ScoringRule } from "./rule";

export async function rulesOf(api: Api): Promise<ScoringRule[]> {
  const { data } = await api.read(api.client.GET("/v1/scoring-rules"));
  // safe: the API has parsed every condition that it keeps
  return data.map((rule) => ({ ...rule, condition: (rule.condition ?? null) as ScoringRule["condition"] }));
}

const scoresOwn = new Set(["score", "engagementLevel", "conversionProbability"]);

/** What a rule may ask of a lead: not what follows from the score itself. */
export async function ruleFieldsOf(api: Api, frame: Pick<Frame, "permissions">): Promise<AskableField[]> {
  const fields = await askableFields(api, await houseOf(api, frame), frame);
  return fields.filter(({ name }) => !scoresOwn.has(name));
}
