import type { HappeningDefinition, HappeningsAtWork } from "./kernel/happenings";
import { cellsOfOrganizations } from "./organizations";
import { visitorHappenings } from "./visitors";

/** Which verb writes which kind of happening. */
const definitions: HappeningDefinition<never>[] = [...visitorHappenings];

export const happeningsAtWork: HappeningsAtWork = {
  definitions: new Map(
    // safe: whoever calls `record` has parsed the data by the definition's own schema
    definitions.map((definition) => [definition.type, definition as HappeningDefinition]),
  ),
  cellsOf: (base, ids) => cellsOfOrganizations(base.control, ids),
};
