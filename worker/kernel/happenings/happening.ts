import type * as z from "zod";
import type { Id } from "../../../db/ids";

/**
 * Something seen that comes by the thousand, such as a click: it goes to the events queue as it is, without a row
 * before it. Its id names the row it becomes, so however often it arrives, it counts once.
 */
export type Happening<Data = unknown> = {
  id: string;
  organizationId: Id<"organization">;
  at: number;
  data: Data;
};

/** What is said of it, and what that looks like. */
export type HappeningKind<Data = unknown> = { type: string; data: z.ZodType<Data> };
