import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";

/** Who comes second finds the place moved on, and stops. */
export const taken = new Conflict("lot_taken", "Somebody else has done this part.");

/** Passing: what it comes to is a fact at the end. */
export function tellProgress(ctx: Context, subjectId: Id<"leadImport">, data: Record<string, unknown>): void {
  const message = { type: "lead_import.progressed", data: { subjectId, ...data } };
  ctx.publish(ctx.organization.id, [{ ...message, permission: "leads:import", ephemeral: true }]);
}
