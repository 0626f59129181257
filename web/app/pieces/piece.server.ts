import type { Api } from "~/api.server";
import type { Frame } from "~/frame/frame.server";
import type { SequenceEmail } from "./kinds/sequence-emails";
import type { SiteFacts } from "./panel/search-panel";
import type { Piece } from "./piece";

/** What the checks know about the business, and what it is called. */
export async function readBusiness(api: Api, { businessId }: Piece, appOrigin: string) {
  const params = { path: { businessId } };
  const business = await api.read(api.client.GET("/v1/businesses/{businessId}", { params }));
  const { name, language, website, slug } = business;
  const own = new URL(appOrigin).hostname;
  const host = website ? hostOf(website) : null;
  const facts: SiteFacts = {
    language,
    ownHosts: host ? [host, own] : [own],
    address: host ?? `${own} › ${slug}`,
  };
  return { name, ...facts };
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname : null;
}

export async function readEmails(api: Api, { id, kind }: Piece): Promise<SequenceEmail[]> {
  if (kind !== "email_sequence") return [];
  const params = { path: { pieceId: id } };
  const { data } = await api.read(api.client.GET("/v1/pieces/{pieceId}/emails", { params }));
  return data;
}

/** Up from an email to its sequence, and from anything else to the bundle it was ordered in. */
export async function readBack(api: Api, piece: Piece, slug: string) {
  if (piece.kind !== "email") return piece.bundleId ? await readBundle(api, piece.bundleId, slug) : null;
  const params = { path: { pieceId: piece.sequenceId } };
  const sequence = await api.read(api.client.GET("/v1/pieces/{pieceId}", { params }));
  return { to: `/o/${slug}/pieces/${sequence.id}`, name: sequence.title };
}

async function readBundle(api: Api, bundleId: string, slug: string) {
  const bundle = await api.attempt(
    api.client.GET("/v1/bundles/{bundleId}", { params: { path: { bundleId } } }),
  );
  return bundle.ok ? { to: `/o/${slug}/bundles/${bundleId}`, name: bundle.data.name } : null;
}

export async function readPiece(api: Api, pieceId: string): Promise<Piece> {
  return await api.read(api.client.GET("/v1/pieces/{pieceId}", { params: { path: { pieceId } } }));
}

/** Names of people by their id, where one may see who is here. */
export async function readNames(api: Api, frame: Frame): Promise<Map<string, string>> {
  const names = new Map([[frame.user.id, "you"]]);
  if (!frame.permissions.includes("members:read")) return names;
  const members = await api.attempt(api.client.GET("/v1/members", { params: { query: { limit: 100 } } }));
  if (!members.ok) return names;
  for (const { userId, name } of members.data.data) if (userId !== frame.user.id) names.set(userId, name);
  return names;
}
