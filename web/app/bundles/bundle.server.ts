import type { components } from "../../../sdk";
import type { Api } from "~/api.server";
import { orderedIn } from "~/schemas/bundle";
import type { BundleHead, PieceLine, Progress } from "./bundle";
import type { BundleLine } from "./bundles-view";

type Bundle = components["schemas"]["Bundle"];

export async function readBusinesses(api: Api): Promise<{ id: string; name: string }[]> {
  const { data } = await api.read(api.client.GET("/v1/businesses", { params: { query: { limit: 100 } } }));
  return data.map(({ id, name }) => ({ id, name }));
}

export function headOf(bundle: Bundle, businesses: { id: string; name: string }[]): BundleHead {
  const { id, businessId, name, status, timePeriod, periodStart, periodEnd, estimatedCostMicros } = bundle;
  return {
    id,
    name,
    businessName: businesses.find((business) => business.id === businessId)?.name ?? "an archived business",
    status,
    timePeriod,
    periodStart,
    periodEnd,
    estimatedCostMicros,
    isArchived: bundle.archivedAt !== null,
  };
}

export function lineOf(bundle: Bundle, businesses: { id: string; name: string }[]): BundleLine {
  const { ready, total, costMicros } = progressOf(bundle);
  return { ...headOf(bundle, businesses), ready, total, costMicros };
}

/** Before its start a bundle has no pieces, but an order. */
export function progressOf(bundle: Bundle): Progress {
  const { pieceCount, readyCount, failedCount, costMicros, brief } = bundle;
  const total = pieceCount || orderedIn({ ...brief, ...brief.counts });
  return { ready: readyCount, failed: failedCount, total, costMicros, etaSeconds: etaOf(bundle) };
}

/** As the room will tell it with the next piece; a later run writes only some of the pieces, and only the room knows which. */
function etaOf({ status, run, startedAt, pieceCount, readyCount, failedCount }: Bundle): number | null {
  const done = readyCount + failedCount;
  if (status !== "generating" || run !== 1 || !startedAt || done === 0) return null;
  const elapsed = (Date.now() - Date.parse(startedAt)) / 1000;
  return Math.round((elapsed / done) * (pieceCount - done));
}

const pageSize = 100;
/** More than a bundle can hold, so that a mistake does not read for ever. */
const mostPages = 8;

/** Every piece of a bundle, in its order. */
export async function piecesOf(api: Api, bundleId: string): Promise<PieceLine[]> {
  const pieces: PieceLine[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const query = { bundleId, limit: pageSize, ...(cursor && { cursor }) };
    const { data, nextCursor } = await api.read(api.client.GET("/v1/pieces", { params: { query } }));
    pieces.push(...data.map(pieceLineOf));
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return pieces;
}

function pieceLineOf(piece: components["schemas"]["PieceSummary"]): PieceLine {
  const { id, kind, title, status, channel, errorMessage, updatedAt } = piece;
  return { id, kind, title, status, channel, reason: errorMessage, updatedAt };
}
