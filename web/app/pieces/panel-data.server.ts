import type { Api } from "~/api.server";
import type { Frame } from "~/frame/frame.server";
import type { PanelName } from "./panel/panel";
import type { OpenVersion, Version } from "./panel/versions-panel";
import type { Generation } from "./panel/write-panel";
import type { Piece } from "./piece";
import { readNames } from "./piece.server";
import type { PanelData } from "./piece-view";
import { readPublishing } from "~/publishing/publishing.server";

type Asked = { api: Api; frame: Frame; piece: Piece; panel: PanelName; versionId: string | null };

/** What the open panel shows, and nothing for those that are closed. */
export async function readPanel(asked: Asked): Promise<PanelData> {
  switch (asked.panel) {
    case "check":
      return { panel: "check", checks: await readChecks(asked) };
    case "claims":
      return { panel: "claims", claims: await readClaims(asked) };
    case "versions":
      return { panel: "versions", ...(await readVersions(asked)) };
    case "write":
      return { panel: "write", ...(await readWriting(asked)) };
    case "publish":
      return {
        panel: "publish",
        publishing: await readPublishing(asked.api, asked.frame.permissions, asked.piece),
      };
  }
}

/** The others are checked in the browser, while somebody types. */
async function readChecks({ api, piece }: Asked) {
  if (piece.kind !== "email") return [];
  const { checks } = await api.read(api.client.GET("/v1/pieces/{pieceId}/checks", { params: of(piece) }));
  return checks;
}

async function readClaims({ api, piece }: Asked) {
  const { data } = await api.read(api.client.GET("/v1/pieces/{pieceId}/sources", { params: of(piece) }));
  return data;
}

async function readVersions({ api, frame, piece, versionId }: Asked) {
  const query = { limit: 50 };
  const [names, page] = await Promise.all([
    readNames(api, frame),
    api.read(api.client.GET("/v1/pieces/{pieceId}/versions", { params: { ...of(piece), query } })),
  ]);
  const versions = page.data.map(({ createdBy, ...version }): Version => {
    const by = createdBy === null ? null : (names.get(createdBy) ?? "a colleague");
    return { ...version, by };
  });
  const version = versions.find(({ id }) => id === versionId);
  const open = version ? await openVersion(api, piece, version) : null;
  return { versions, open, hasMore: page.nextCursor !== null };
}

async function openVersion(api: Api, piece: Piece, version: Version): Promise<OpenVersion> {
  const path = { pieceId: piece.id, versionId: version.id };
  const changes = await api.read(
    api.client.GET("/v1/pieces/{pieceId}/versions/{versionId}/changes", { params: { path } }),
  );
  return { version, changes };
}

async function readWriting({ api, frame, piece }: Asked) {
  const [writing, usage, generations] = await Promise.all([
    api.read(api.client.GET("/v1/writing")),
    api.attempt(api.client.GET("/v1/usage")),
    readGenerations(api, frame, piece),
  ]);
  const remaining = (name: string) =>
    usage.ok ? (usage.data.features.find(({ feature }) => feature === name)?.remaining ?? null) : null;
  return {
    generations,
    isStopped: writing.state === "stopped",
    left: { writes: remaining("generations"), rewrites: remaining("regenerations") },
  };
}

async function readGenerations(api: Api, frame: Frame, piece: Piece): Promise<Generation[] | null> {
  if (!frame.permissions.includes("spend:read")) return null;
  const query = { pieceId: piece.id, limit: 20 };
  const { data } = await api.read(api.client.GET("/v1/generations", { params: { query } }));
  return data.map(({ id, task, model, status, costMicros, createdAt }) => ({
    task,
    model,
    status,
    costMicros,
    createdAt,
    id,
  }));
}

function of({ id }: Piece) {
  return { path: { pieceId: id } };
}
