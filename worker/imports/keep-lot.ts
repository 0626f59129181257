import { type ImportedChange, leadImportLots, type RefusedRow } from "../../db/schema/cell/imports";
import type { Context } from "../kernel/context";
import type { Step } from "../kernel/write";
import type { Imported } from "../leads";
import type { LeadImport } from "./queries";

/** A row may hold 2 MB, and a character is three bytes at most. */
const charactersInPart = 500_000;

/** What undoing and the report need of a lot, in as few rows as hold it. */
export function keepLot(
  ctx: Context,
  { id, nextLot }: LeadImport,
  { created, changed }: Imported,
  refused: readonly RefusedRow[],
): Step[] {
  const changes = inParts(changed);
  const refusals = inParts(refused);
  const count = Math.max(changes.length, refusals.length, created.length > 0 ? 1 : 0);
  return Array.from({ length: count }, (_, part) =>
    ctx.db.insert(leadImportLots).values({
      organizationId: ctx.organization.id,
      importId: id,
      lot: nextLot,
      part,
      at: ctx.now(),
      created: part === 0 ? created : [],
      changed: changes[part] ?? [],
      refused: refusals[part] ?? [],
    }),
  );
}

function inParts<T extends ImportedChange | RefusedRow>(items: readonly T[]): T[][] {
  const parts: T[][] = [];
  let size = charactersInPart;
  for (const item of items) {
    const length = JSON.stringify(item).length;
    if (size + length > charactersInPart) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(item);
    size += length;
  }
  return parts;
}
