import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { page } from "../pieces";
import { type Download, exportBundle, exportFormats, exportPiece, exportTypes } from "./export";
import { bundleFile } from "./file";
import { importBundle } from "./import-bundle";

const tag = "Export and import";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const query = z.strictObject({ format: z.enum(exportFormats).default("md") });
const contentType = Object.values(exportTypes);

const exportPieceRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/pieces/{pieceId}/export",
    operation: "exportPiece",
    summary: "Download a piece",
    description:
      "As Markdown, HTML, CSV or JSON. A sequence comes with its emails; as Markdown or HTML in an archive.",
    params: z.object({ pieceId: idOf("piece") }),
    query,
    answer: { status: 200, contentType },
    budget: { read: 500, written: 12 },
  },
  async (ctx, { params, query: { format } }) => download(await exportPiece(ctx, params.pieceId, format)),
);

const exportBundleRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/bundles/{bundleId}/export",
    operation: "exportBundle",
    summary: "Download a bundle",
    description:
      "As an archive of Markdown or HTML files, as one CSV for a spreadsheet, or as JSON, which the import reads again.",
    params: z.object({ bundleId: idOf("bundle") }),
    query,
    answer: { status: 200, contentType },
    budget: { read: 12_000, written: 1200 },
  },
  async (ctx, { params, query: { format } }) => download(await exportBundle(ctx, params.bundleId, format)),
);

const importRoute = route(
  {
    tag,
    access: "organization",
    permission: "content:write",
    rate: "write",
    method: "post",
    path: "/v1/bundle-imports",
    operation: "importBundle",
    summary: "Import a bundle",
    description:
      "From our own JSON. All of it or nothing; nothing of it is approved. Addresses that are taken get another ending.",
    body: z.strictObject({ businessId: idOf("business"), file: bundleFile }),
    bodyLimit: { bytes: 5_000_000, keys: 200_000 },
    answer: {
      status: 201,
      schema: z
        .strictObject({ bundleId: z.string(), pieces: z.number().int(), links: z.number().int() })
        .meta({ id: "ImportedBundle" }),
    },
    problems: ["conflict", "too_large"],
    budget: { read: 20_000, written: 30_000 },
  },
  async (ctx, { body }) => importBundle(ctx, body.businessId, body.file),
);

function download({ name, type, body }: Download): Response {
  const headers = { "content-disposition": `attachment; filename="${name}"` };
  return page(body, { ...headers, "content-type": type, "cache-control": "no-store" });
}

export const exchangeRoutes = [exportPieceRoute, exportBundleRoute, importRoute];
