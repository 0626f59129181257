import type { Api } from "~/api.server";
import type { BusinessOption } from "./topic";

/** The businesses one may look at here, and the one that the address is about: the newest where it names none. */
export async function businessOf(
  api: Api,
  request: Request,
): Promise<{ businesses: BusinessOption[]; business: BusinessOption | null }> {
  const query = { limit: 100 };
  const { data } = await api.read(api.client.GET("/v1/businesses", { params: { query } }));
  const businesses = data.map(({ id, name }) => ({ id, name }));
  const asked = new URL(request.url).searchParams.get("business");
  const business = businesses.find(({ id }) => id === asked) ?? businesses[0] ?? null;
  return { businesses, business };
}
