import type { Api } from "~/api.server";
import type { Permission } from "~/frame/frame-data";
import type { Publication, PublishedPiece, WayOut } from "./places";

export type Publishing = {
  piece: PublishedPiece;
  ways: WayOut[];
  publications: Publication[];
  mayPublish: boolean;
  mayConnect: boolean;
};

type PieceToPublish = {
  id: string;
  kind: string;
  title: string;
  businessId: string;
  status: string;
  approvedAt: string | null;
  archivedAt: string | null;
  versionNumber: number;
  errorMessage: string | null;
};

/** Where a piece can go, and what became of it there. */
export async function readPublishing(
  api: Api,
  permissions: readonly Permission[],
  piece: PieceToPublish,
): Promise<Publishing> {
  const query = { pieceId: piece.id, limit: 100 };
  const [publications, ways] = await Promise.all([
    api.read(api.client.GET("/v1/publications", { params: { query } })),
    permissions.includes("integrations:read") ? readWays(api) : [],
  ]);
  const { id, kind, title, businessId, approvedAt, archivedAt, versionNumber, status, errorMessage } = piece;
  return {
    piece: {
      id,
      kind,
      title,
      businessId,
      isApproved: approvedAt !== null && archivedAt === null,
      version: versionNumber,
      notice: status === "scheduled" ? errorMessage : null,
    },
    publications: publications.data,
    ways,
    mayPublish: permissions.includes("content:publish"),
    mayConnect: permissions.includes("integrations:write"),
  };
}

async function readWays(api: Api): Promise<WayOut[]> {
  const { data } = await api.read(api.client.GET("/v1/integrations", { params: { query: { limit: 100 } } }));
  return data.map(({ id, provider, name, businessId }) => ({ id, provider, name, businessId }));
}
