export type Publication = {
  id: string;
  channel: "built_in" | "wordpress" | "webhook" | "by_hand";
  integrationId: string | null;
  mode: "publish" | "draft";
  state: "scheduled" | "publishing" | "published" | "unconfirmed" | "failed" | "withdrawn";
  url: string | null;
  version: number | null;
  publishedAt: string | null;
  errorMessage: string | null;
  warning: string | null;
};

export type WayOut = {
  id: string;
  provider: "wordpress" | "webhook";
  name: string;
  businessId: string | null;
};

export type PublishedPiece = {
  id: string;
  kind: string;
  title: string;
  businessId: string;
  isApproved: boolean;
  version: number;
  /** What happened at its time, where a person has to do something about it. */
  notice: string | null;
};

/** Where a piece can go, and what became of it there. */
export type Place = {
  key: string;
  channel: Publication["channel"];
  integrationId: string | null;
  name: string;
  knowsDrafts: boolean;
  publication: Publication | null;
};

/** Articles and downloads have pages; whatever else there is goes to a webhook or by hand. */
export function placesOf(piece: PublishedPiece, ways: WayOut[], publications: Publication[]): Place[] {
  const hasPage = piece.kind === "blog_post" || piece.kind === "content_upgrade";
  const open = ways
    .filter(({ businessId }) => businessId === null || businessId === piece.businessId)
    .filter(({ provider }) => hasPage || provider === "webhook")
    .map(({ id, provider, name }) => placeAt(provider, id, name, publications));
  const own = hasPage ? [placeAt("built_in", null, "Built-in site", publications)] : [];
  const places = [...own, ...open, placeAt("by_hand", null, "By hand", publications)];
  const known = new Set(places.map(({ key }) => key));
  const ended = publications
    .filter(({ channel, integrationId }) => !known.has(keyOf(channel, integrationId)))
    .map(({ channel, integrationId }) =>
      placeAt(channel, integrationId, "A connection that was ended", publications),
    );
  return [...places, ...ended];
}

function placeAt(
  channel: Publication["channel"],
  integrationId: string | null,
  name: string,
  publications: Publication[],
): Place {
  const key = keyOf(channel, integrationId);
  const publication = publications.find((each) => keyOf(each.channel, each.integrationId) === key) ?? null;
  return { key, channel, integrationId, name, knowsDrafts: channel === "wordpress", publication };
}

function keyOf(channel: string, integrationId: string | null): string {
  return `${channel} ${integrationId ?? ""}`;
}

export type PlaceState =
  | "open"
  | "publishing"
  | "published"
  | "draft"
  | "behind"
  | "unconfirmed"
  | "failed"
  | "withdrawn";

/** `behind`: what stands there is an earlier version than the one that is approved now. */
export function stateOf({ publication }: Place, piece: PublishedPiece): PlaceState {
  if (!publication || publication.state === "scheduled") return "open";
  if (publication.state !== "published") return publication.state;
  if (publication.mode === "draft") return "draft";
  return publication.version !== null && publication.version < piece.version ? "behind" : "published";
}
