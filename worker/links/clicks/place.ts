import type { Cell, Id } from "../../../db/ids";
import type { Base } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";

/** Whose clicks, and where they are kept. */
export type Place = { base: Base; cell: Cell; organizationId: Id<"organization"> };

export const overtaken = new Conflict("overtaken", "Another batch has written some of these clicks.");
