import type { Api } from "~/api.server";
import type { JourneyScope } from "./journey-view";

/** `?bundle=` and `?business=` are addresses that others link to; the choice on the screen writes `?of=`. */
export async function journeyOf(api: Api, request: Request) {
  const { searchParams } = new URL(request.url);
  const scopes = await scopesOf(api);
  const asked = askedFor(searchParams);
  const scope = asked ?? scopes[0]?.value ?? "";
  const [kind, id = ""] = scope.split(":");
  const query = kind === "bundle" ? { bundleId: id } : { businessId: id };
  const journey = scope === "" ? null : await api.read(api.client.GET("/v1/journeys", { params: { query } }));
  const shows = searchParams.get("as") === "table" ? ("table" as const) : ("picture" as const);
  const at = (as: string) => `?${new URLSearchParams({ of: scope, as }).toString()}`;
  return { journey, scopes, scope, shows, pictureTo: at("picture"), tableTo: at("table") };
}

function askedFor(params: URLSearchParams): string | null {
  const of = params.get("of");
  if (of && /^(?:bundle|business):[a-z0-9_]+$/.test(of)) return of;
  const [bundle, business] = [params.get("bundle"), params.get("business")];
  if (bundle) return `bundle:${bundle}`;
  return business ? `business:${business}` : null;
}

async function scopesOf(api: Api): Promise<JourneyScope[]> {
  const query = { limit: 100 };
  const [businesses, bundles] = await Promise.all([
    api.read(api.client.GET("/v1/businesses", { params: { query } })),
    api.read(api.client.GET("/v1/bundles", { params: { query } })),
  ]);
  return [
    ...businesses.data.map(({ id, name }) => ({ value: `business:${id}`, name })),
    ...bundles.data.map(({ id, name }) => ({ value: `bundle:${id}`, name: `Bundle: ${name}` })),
  ];
}
