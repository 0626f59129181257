import type { Id } from "../ids";
import { auditLogs, facts } from "../schema/cell/spine";
import { type Ground, newId } from "./people";

export type Happening = {
  at: number;
  actor: Id<"user">;
  action: string;
  resource: [type: string, id: string];
  changes: Record<string, unknown>;
};

/** Writes what happened to an organization into its audit log and its facts, in the order in which it happened. */
export async function seedHistory(
  ground: Ground,
  organizationId: Id<"organization">,
  history: Happening[],
): Promise<void> {
  const ordered = history.toSorted((one, other) => one.at - other.at);
  for (const [index, { at, actor, action, resource, changes }] of ordered.entries()) {
    const then = { ...ground, now: at };
    const [resourceType, resourceId] = resource;
    const shared = { organizationId, seq: index + 1, createdAt: at };
    await ground.control.insert(auditLogs).values({
      ...shared,
      id: newId(then, "audit"),
      action,
      resourceType,
      resourceId,
      actorKind: "user",
      actorId: actor,
      changes,
      requestId: "demo-world",
    });
    await ground.control.insert(facts).values({
      ...shared,
      id: newId(then, "fact"),
      type: action,
      subjectId: resourceId,
      actorId: actor,
      data: {},
    });
  }
}
