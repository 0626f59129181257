import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";
import { Conflict, DomainError, Forbidden } from "../kernel/errors";
import { isPermission } from "../kernel/permissions";

export const notInUse = new Conflict(
  "key_not_in_use",
  "This key has been revoked, replaced, or has run out.",
);

/** Nobody hands out a right they do not have: not by a new key, not by widening one, not by a new secret for it (KEY-03). */
export function assertMayGive(ctx: Context, scopes: readonly string[]): void {
  const beyond = scopes.filter((scope) => !isPermission(scope) || !ctx.permissions.has(scope));
  if (beyond.length === 0) return;
  throw new DomainError("forbidden", `You cannot give what you may not do yourself: ${beyond.join(", ")}.`, {
    reason: "scope_exceeds_rights",
  });
}

/** The routes let only people through; whoever calls the verbs otherwise has no one to answer for the key. */
export function giverOf({ actor }: Context): Id<"user"> {
  if (actor.kind !== "user") throw new Forbidden("api_keys:write");
  return actor.id;
}
