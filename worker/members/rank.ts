import type { Id } from "../../db/ids";
import { aboveOwn } from "../roles";
import { Conflict, DomainError } from "../kernel/errors";
import type { RoleName } from "../kernel/permissions";

export type Ranked = { id: Id<"member">; role: RoleName; level: number };
export type Refusal = "last_owner" | "own_membership" | "above_own_role";

/**
 * Who may act on whom (ROLE-02). An organization has one owner, whom nobody touches: it is handed over first. Nobody
 * changes themselves, everybody may leave, and otherwise one acts only on those who stand below.
 */
export function judgeAct(act: "change" | "remove", actor: Ranked, target: Ranked): Refusal | null {
  const isSelf = actor.id === target.id;
  if (isSelf && target.role === "owner") return "last_owner";
  if (isSelf) return act === "remove" ? null : "own_membership";
  return target.level < actor.level ? null : "above_own_role";
}

export function assertMayAct(act: "change" | "remove", actor: Ranked, target: Ranked): void {
  switch (judgeAct(act, actor, target)) {
    case "last_owner":
      throw lastOwner;
    case "own_membership":
      throw new DomainError(
        "forbidden",
        "Nobody changes their own role. Ask somebody who stands above you.",
        {
          reason: "own_membership",
        },
      );
    case "above_own_role":
      throw aboveOwn("You can change only members who stand below you.");
    case null:
  }
}

export const lastOwner = new Conflict(
  "last_owner",
  "An organization always has an owner. Hand it over to somebody else first.",
);
