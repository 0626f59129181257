import type { Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";

/** A link that ends before it begins is a slip of the hand. */
export function assertAhead(ctx: Context, expiresAt: string | null | undefined): number | null {
  if (!expiresAt) return null;
  const at = Date.parse(expiresAt);
  if (at > ctx.now()) return at;
  throw Invalid.field("/expiresAt", "in_the_past", "Choose a time that is still to come.");
}
