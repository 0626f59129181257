import type { Id } from "../../db/ids";
import { leadImports } from "../../db/schema/cell/imports";
import { authorize, type Context } from "../kernel/context";
import { DomainError, Invalid } from "../kernel/errors";
import { write } from "../kernel/write";
import { dropParts, type FileRow, putPart } from "./file-parts";
import { Decoder, type Encoding } from "./pure/decode";
import { guessHeader } from "./guess";
import { BrokenFile, guessSeparator, RecordReader, type Separator, separators } from "./pure/records";
import { getImport, isImport, type LeadImport } from "./queries";

export const mostBytes = 50_000_000;
export const mostRows = 100_000;
export const rowsInLot = 250;
const charactersInLot = 200_000;
const sniffed = 65_536;
const headRows = 21;
const headCell = 200;
const keptMs = 86_400_000;

export type Upload = {
  fileName: string;
  encoding?: Encoding | undefined;
  separator?: Separator | undefined;
};

/**
 * Takes a file as it comes, in whatever letters and with whatever separator, and lays it down in lots of rows: nothing is
 * ever held whole, and every job afterwards reads its own lot (INJ-06).
 */
export async function receiveImport(
  ctx: Context,
  { fileName, encoding, separator }: Upload,
  body: ReadableStream<Uint8Array> | null,
): Promise<LeadImport> {
  authorize(ctx, "leads:import");
  authorize(ctx, "leads:contact");
  const id = ctx.newId("leadImport", ctx.organization.cell);
  await beginImport(ctx, id, fileName);
  try {
    const file = await layDown(ctx, id, body, encoding, separator);
    await write(ctx, [
      ctx.db
        .update(leadImports)
        .set({ ...file, status: "ready", updatedAt: ctx.now() })
        .where(isImport(ctx, id)),
    ]);
    return await getImport(ctx, id);
  } catch (error) {
    await dropParts(ctx, id);
    await write(ctx, [ctx.db.delete(leadImports).where(isImport(ctx, id))]);
    throw error instanceof BrokenFile ? refusal(`Row ${error.row}: ${error.message}`) : error;
  }
}

/** The row first: what has one is found again and cleared away, whatever happens to the upload. */
async function beginImport(ctx: Context, id: Id<"leadImport">, fileName: string): Promise<void> {
  const now = ctx.now();
  const row = {
    id,
    organizationId: ctx.organization.id,
    fileName: plainName(fileName),
    status: "uploading" as const,
    requestedBy: ctx.actor.kind === "user" ? ctx.actor.id : null,
    createdAt: now,
    updatedAt: now,
  };
  await write(ctx, [ctx.db.insert(leadImports).values(row)], {
    jobs: [tidyJob(id, now + keptMs)],
  });
}

export function tidyJob(importId: Id<"leadImport">, runAt: number) {
  return { queue: "delivery", type: "imports.tidy", payload: { importId }, runAt } as const;
}

function plainName(name: string): string {
  const plain = (name.split(/[/\\]/).at(-1) ?? "").replaceAll(/[\p{C}<>"]/gu, "").trim();
  return plain.slice(0, 200) || "leads.csv";
}

async function layDown(
  ctx: Context,
  id: Id<"leadImport">,
  body: ReadableStream<Uint8Array> | null,
  asked: Encoding | undefined,
  askedSeparator: Separator | undefined,
) {
  const letters = new Decoder(asked);
  const shelf = rowShelf(ctx, id);
  let separator = askedSeparator;
  let reader: RecordReader | null = null;
  let waiting = "";
  let bytes = 0;

  async function take(text: string, isLast: boolean): Promise<void> {
    waiting += text;
    if (!reader) {
      if (!isLast && waiting.length < sniffed) return;
      separator ??= guessSeparator(waiting.slice(0, sniffed));
      reader = new RecordReader(separator);
    }
    await shelf.add(reader.read(waiting));
    waiting = "";
    if (isLast) await shelf.add(reader.end());
  }

  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new DomainError("too_large", "A file may have at most 50 MB.");
    await take(letters.decode(chunk), false);
  }
  await take(letters.end(), true);
  const { head, records, lots } = await shelf.close();
  return {
    bytes,
    encoding: letters.encoding,
    separator: separator ?? separators[0],
    head,
    records,
    lots,
    hasHeader: guessHeader(head),
  };
}

/** Gathers rows and puts each lot away while the next ones come. Empty rows are counted and left out. */
function rowShelf(ctx: Context, id: Id<"leadImport">) {
  const head: string[][] = [];
  let lot: FileRow[] = [];
  let size = 0;
  let lots = 0;
  let row = 0;
  let records = 0;
  let putting: Promise<void> = Promise.resolve();

  return {
    async add(rows: readonly string[][]): Promise<void> {
      for (const cells of rows) {
        row++;
        const isMark = row === 1 && /^sep=.?$/i.test(cells.join(""));
        if (isMark || cells.every((cell) => cell.trim() === "")) continue;
        if (++records > mostRows + 1) throw refusal("A file may have at most 100,000 rows.");
        if (head.length < headRows) head.push(cells.map((cell) => cell.slice(0, headCell)));
        lot.push([row, cells]);
        size += cells.reduce((sum, cell) => sum + cell.length, 0);
        if (lot.length >= rowsInLot || size > charactersInLot) await putAway();
      }
    },
    async close() {
      if (lot.length > 0) await putAway();
      await putting;
      if (records === 0) throw refusal("There is nothing in this file.");
      return { head, records, lots };
    },
  };

  async function putAway(): Promise<void> {
    await putting;
    putting = putPart(ctx, id, lots++, lot);
    lot = [];
    size = 0;
  }
}

function refusal(detail: string): Invalid {
  return Invalid.field("/file", "unreadable_file", detail);
}
