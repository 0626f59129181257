import { type Id, type IdKind, makeId, randomBytesPerId } from "../../../db/ids";
import { leadDuplicates, leadMerges } from "../../../db/schema/cell/duplicates";
import type { World } from "../world";

/** A pair that may be one person, and two that were. */
export async function makeDuplicate(world: World, lead: string, name: string) {
  const idFor = <K extends IdKind>(kind: K) =>
    makeId(kind, world.cell, Date.now(), crypto.getRandomValues(new Uint8Array(randomBytesPerId)));
  const [duplicate, leadMerge] = [idFor("duplicate"), idFor("leadMerge")];
  const leadId = lead as Id<"lead">; // safe: the API just made it
  const owned = { organizationId: world.id, createdAt: 0, leadId };
  await world.database.insert(leadDuplicates).values({
    ...owned,
    id: duplicate,
    otherLeadId: idFor("lead"),
    score: 90,
    reasons: ["same_phone"],
    updatedAt: 0,
  });
  await world.database.insert(leadMerges).values({
    ...owned,
    id: leadMerge,
    intoLeadId: leadId,
    mergedId: idFor("lead"),
    before: { jobTitle: name },
    after: { jobTitle: "" },
    moved: {},
  });
  return { duplicate, leadMerge };
}
