import type { Api } from "~/api.server";
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
