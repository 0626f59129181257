import { defaultCell, type Id } from "../../db/ids";
import type { Actor, Base } from "../kernel/context";
import { platformOrganization } from "../kernel/jobs";
import { type Spine, type Step, writeControl } from "../kernel/write";

/** People belong to no organization, so what they do with their accounts is written in the platform's own books. */
export function writePeople(ctx: Base, actor: Actor, steps: Step[], spine: Spine = {}): Promise<void> {
  return writeControl(ctx, { organizationId: platformOrganization, cell: defaultCell, actor }, steps, spine);
}

export const nobody: Actor = { kind: "visitor", id: null };

export function theirself(id: Id<"user">): Actor {
  return { kind: "person", id };
}

export function noteAboutPerson(action: string, id: Id<"user">, changes: Record<string, unknown> = {}) {
  return { action, resourceType: "user", resourceId: id, changes };
}
