import type { Id } from "../../db/ids";
import type { Context } from "../kernel/context";

/** The person who stands behind an act: a key acts for whoever made it. */
export function personBehind({ actor }: Context): Id<"user"> | null {
  if (actor.kind === "api_key") return actor.createdBy;
  return actor.kind === "user" ? actor.id : null;
}
