import type { Api } from "~/api.server";

/** Who an id of the history stands for, in words; “–” where nobody did it. */
export async function whoDid(api: Api): Promise<(id: string | null) => string> {
  const { data } = await api.read(api.client.GET("/v1/members", { params: { query: { limit: 100 } } }));
  const names = new Map(data.map(({ userId, name }) => [userId, name]));
  return (id) => {
    if (id === null) return "–";
    if (id.startsWith("key_")) return "An API key";
    return names.get(id) ?? (id.startsWith("usr_") ? "Somebody who left" : "–");
  };
}
