import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";

/** Who comes second finds the place moved on, and stops. */
export const taken = new Conflict("lot_taken", "Somebody else has done this part.");

/** Passing, and not for every lot: whoever watches looks again. What it comes to is a fact at the end. */
export function tellProgress(ctx: Context, subjectId: Id<"leadImport">): void {
  const message = { type: "lead_import.progressed", data: { subjectId } };
  ctx.publish(ctx.organization.id, [{ ...message, permission: "leads:import", ephemeral: true }]);
}
