import type { Id } from "../../db/ids";

/** Where everybody who looks at one bundle is told of it; the room belongs to the organization its name begins with. */
export function bundleRoom(organizationId: Id<"organization">, bundleId: string): string {
  return `${organizationId}/${bundleId}`;
}
