import type { HappeningDefinition, HappeningsAtWork } from "./kernel/happenings";
import { clickHappening } from "./links";
import { cellsOfOrganizations } from "./organizations";
import { seenHappening } from "./scoring";
import { trackingHappenings } from "./tracking";

/** Which verb writes which kind of happening. */
const definitions: HappeningDefinition[] = [seenHappening, clickHappening, ...trackingHappenings];

export const happeningsAtWork: HappeningsAtWork = {
  definitions: new Map(definitions.map((definition) => [definition.type, definition])),
  cellsOf: (base, ids) => cellsOfOrganizations(base.control, ids),
};
