import type { Source } from "./entry";
import { activities } from "./sources/activities";
import { clicks, web } from "./sources/browsers";
import { bulkChanges } from "./sources/bulk-changes";
import { conversations } from "./sources/conversations";
import { facts } from "./sources/facts";
import { sales } from "./sources/sales";
import { submissions } from "./sources/submissions";
import { touches } from "./sources/touches";

/** Everywhere that something about a lead is written down. */
export const sources: readonly Source[] = [
  facts,
  bulkChanges,
  touches,
  web,
  clicks,
  submissions,
  activities,
  conversations,
  sales,
];
