import { type Id, makeId, randomBytesPerId } from "../../../db/ids";
import { leadImportLots, leadImports } from "../../../db/schema/cell/imports";
import type { World } from "../world";

/** One that was done and can be undone: a lead made, and a row refused. */
export async function makeImport(
  { id: organizationId, cell, database }: World,
  lead: string,
  name: string,
): Promise<Id<"leadImport">> {
  const id = makeId("leadImport", cell, Date.now(), crypto.getRandomValues(new Uint8Array(randomBytesPerId)));
  await database.insert(leadImports).values({
    id,
    organizationId,
    fileName: `${name}.csv`,
    status: "completed",
    head: [["Email"], [name]],
    records: 2,
    done: 1,
    failed: 1,
    undoUntil: Date.now() + 86_400_000,
    createdAt: 0,
    updatedAt: 0,
  });
  await database.insert(leadImportLots).values({
    organizationId,
    importId: id,
    lot: 0,
    part: 0,
    at: 0,
    created: [lead],
    changed: [],
    refused: [{ row: 2, cells: [name], errors: [{ column: "Email", detail: "No address." }] }],
  });
  return id;
}
