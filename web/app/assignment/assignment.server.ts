import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import type { Notice } from "~/toasts/notify";
import type { Rule } from "./assignment";

const query = { limit: 100 };

/** Who works here and in which teams, by their names. */
export async function peopleOf({ client, read }: Api) {
  const [members, teams] = await Promise.all([
    read(client.GET("/v1/members", { params: { query } })),
    read(client.GET("/v1/teams", { params: { query } })),
  ]);
  return {
    colleagues: members.data.map(({ userId, name }) => ({ id: userId, name })),
    teams: teams.data.map(({ id, name }) => ({ id, name })),
  };
}

/** In the order in which they are asked. */
export async function rulesOf({ client, read }: Api): Promise<Rule[]> {
  const { data } = await read(client.GET("/v1/assignment-rules", { params: { query } }));
  // safe: the API keeps a condition only when it is one
  return data.map((rule) => ({ ...rule, condition: rule.condition as Rule["condition"] }));
}

type Kept = Rule & { createdAt: string; updatedAt: string };
type Words = Omit<Notice, "id">;

/** Taken back, it is a new rule with what this one said, at its old place: leads that it gave keep their story. */
export async function deleteRule(api: Api, ruleId: string, bringBackTo: string): Promise<Words> {
  const params = { path: { ruleId } };
  const kept = (await rulesOf(api)).find(({ id }) => id === ruleId);
  const outcome = await api.attempt(api.client.DELETE("/v1/assignment-rules/{ruleId}", { params }));
  if (!outcome.ok) return { message: outcome.problem.detail, tone: "failed" };
  const message = "The rule is gone. Its leads stay where they are.";
  if (!kept) return { message };
  return {
    message,
    undo: { action: bringBackTo, fields: { intent: "bring-back", rule: JSON.stringify(kept) } },
  };
}

export async function bringBackRule({ client, attempt }: Api, formData: FormData): Promise<Words> {
  // safe: the API refuses what it does not know, and says so
  const kept = JSON.parse(textOf(formData, "rule")) as Kept;
  const { id: _id, createdAt: _created, updatedAt: _updated, ...body } = kept;
  const outcome = await attempt(client.POST("/v1/assignment-rules", { body }));
  if (outcome.ok) return { message: `“${outcome.data.name}” is back.` };
  return { message: outcome.problem.errors[0]?.detail ?? outcome.problem.detail, tone: "failed" };
}
