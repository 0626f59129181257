import { leadMerges } from "../../db/schema/cell/duplicates";
import { type Belonging, leadBelongings } from "../leads";

/** Whatever moves along with a lead. A domain that keeps rows by lead names them here. */
export const belongings: readonly Belonging[] = [
  ...leadBelongings,
  { table: leadMerges },
];
