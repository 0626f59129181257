import { leadMerges } from "../../db/schema/cell/duplicates";
import { visitorIdentities } from "../../db/schema/cell/visitors";
import { activityBelongings } from "../activities";
import { assignmentBelongings } from "../assignment";
import { conversationBelongings } from "../conversations";
import { enrichmentBelongings } from "../enrichment";
import { insightBelongings } from "../insights";
import { type Belonging, leadBelongings } from "../leads";
import { scoringBelongings } from "../scoring";
import { submissionBelongings } from "../submissions";

/** Whatever is a lead's: it moves along, and stands in the file of a person's data. A domain that keeps rows by lead names them here. */
export const belongings: readonly Belonging[] = [
  ...leadBelongings,
  ...activityBelongings,
  ...conversationBelongings,
  ...scoringBelongings,
  ...assignmentBelongings,
  ...submissionBelongings,
  ...enrichmentBelongings,
  ...insightBelongings,
  // Visitors stand below leads and do not know them.
  { table: visitorIdentities },
  { table: leadMerges },
];
