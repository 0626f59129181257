import type { Id } from "../../db/ids";
import { type Bundle, getBundle } from "../bundles";
import { authorize, type Context } from "../kernel/context";
import { write } from "../kernel/write";
import { emailsOf, getPiece, getPieces, type Piece, slugOf } from "../pieces";
import { fileFormat } from "./file";
import { csvHead, csvRow, fileName, htmlOf, markdownOf, recordOf } from "./forms";
import { countExport, linksOf, outlineOf, type Place } from "./outline";
import { streamed } from "../kernel/download";
import { type NamedFile, zipped } from "./stream";

export const exportFormats = ["md", "html", "csv", "json"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export type Download = { name: string; type: string; body: ReadableStream<Uint8Array> };

export const exportTypes = {
  md: "text/markdown; charset=utf-8",
  html: "text/html; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  json: "application/json",
  zip: "application/zip",
} as const;

/** One piece as a file; a sequence with its emails, and so as an archive where each is a file. */
export async function exportPiece(ctx: Context, id: Id<"piece">, format: ExportFormat): Promise<Download> {
  authorize(ctx, "content:read");
  const piece = await getPiece(ctx, id);
  const emails = piece.kind === "email_sequence" ? await emailsOf(ctx, id) : [];
  const inUse = emails.filter(({ archivedAt }) => archivedAt === null);
  const places = [{ id, sequenceId: null }, ...inUse.map((email) => ({ id: email.id, sequenceId: id }))];
  await write(ctx, [countExport(ctx, { pieceId: id })], auditOf("piece", id, format));
  const isArchive = (format === "md" || format === "html") && places.length > 1;
  if (isArchive) return archive(ctx, fileName(piece, "zip"), places, format);
  const text = { md: markdownOf, html: htmlOf };
  const body =
    format === "md" || format === "html"
      ? one(text[format](piece))
      : format === "csv"
        ? csvText(ctx, places)
        : jsonText(ctx, places, { format: "tributary.piece", version: 1 });
  return { name: fileName(piece, format), type: exportTypes[format], body: streamed(body) };
}

/** Everything that a bundle holds: an archive of files to read, or one file to work with. */
export async function exportBundle(ctx: Context, id: Id<"bundle">, format: ExportFormat): Promise<Download> {
  authorize(ctx, "content:read");
  const bundle = await getBundle(ctx, id);
  const places = await outlineOf(ctx, id);
  await write(ctx, [countExport(ctx, { bundleId: id })], auditOf("bundle", id, format));
  const name = slugOf(bundle.name).slice(0, 60) || "bundle";
  if (format === "md" || format === "html") return archive(ctx, `${name}.zip`, places, format);
  const body =
    format === "csv"
      ? csvText(ctx, places)
      : jsonText(ctx, places, headOf(bundle), await journeyOf(ctx, id, places));
  return { name: `${name}.${format}`, type: exportTypes[format], body: streamed(body) };
}

function auditOf(resourceType: "piece" | "bundle", resourceId: string, format: ExportFormat) {
  const action = `${resourceType}.exported`;
  return { audit: [{ action, resourceType, resourceId, changes: { after: { format } } }] };
}

function headOf({ name, timePeriod, periodStart, periodEnd, brief }: Bundle) {
  const { topicIds: _, ...ordered } = brief;
  const bundle = { name, timePeriod, periodStart, periodEnd, brief: ordered };
  return { format: fileFormat, version: 1, bundle };
}

async function journeyOf(ctx: Context, id: Id<"bundle">, places: Place[]) {
  const refs = refsOf(places);
  const links = await linksOf(ctx, id, places);
  return links.map(({ from, to, ctaText }) => ({ from: refs.get(from), to: refs.get(to), ctaText }));
}

/** Inside of a file pieces are named by their place: nobody elsewhere knows our ids. */
function refsOf(places: Place[]): Map<string, string> {
  return new Map(places.map(({ id }, index) => [id, `p${index + 1}`]));
}

function archive(ctx: Context, name: string, places: Place[], format: "md" | "html"): Download {
  const textOf = { md: markdownOf, html: htmlOf }[format];
  async function* files(): AsyncGenerator<NamedFile> {
    let place = 0;
    for await (const piece of read(ctx, places))
      yield { name: fileName(piece, format, place++), text: textOf(piece), modifiedAt: piece.updatedAt };
  }
  return { name, type: exportTypes.zip, body: streamed(zipped(files())) };
}

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}

async function* csvText(ctx: Context, places: Place[]): AsyncGenerator<string> {
  yield csvHead;
  for await (const piece of read(ctx, places)) yield csvRow(piece);
}

async function* jsonText(
  ctx: Context,
  places: Place[],
  head: object,
  journey?: object[],
): AsyncGenerator<string> {
  const refs = refsOf(places);
  const sequences = new Map(places.map(({ id, sequenceId }) => [id, sequenceId]));
  yield `${JSON.stringify(head).slice(0, -1)},"pieces":[`;
  let before = "\n";
  for await (const piece of read(ctx, places)) {
    const sequence = refs.get(sequences.get(piece.id) ?? "");
    yield before + JSON.stringify(recordOf(piece, refs.get(piece.id) ?? "", sequence));
    before = ",\n";
  }
  yield journey ? `\n],"journey":${JSON.stringify(journey)}}\n` : "\n]}\n";
}

const perRead = 50;

/** A few at a time, so that a year of content never stands in memory at once. */
async function* read(ctx: Context, places: Place[]): AsyncGenerator<Piece> {
  for (let at = 0; at < places.length; at += perRead)
    yield* await getPieces(
      ctx,
      places.slice(at, at + perRead).map(({ id }) => id),
    );
}
