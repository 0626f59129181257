import { type Id, isId } from "../../../db/ids";

const prefix = "trb_pub_";

/** The key is the row's own name with a prefix that says it may be shown: it leads to its cell without a look-up. */
export function keyOf(id: Id<"trackingKey">): string {
  return prefix + id.slice("trk_".length);
}

export function idOfKey(key: string): Id<"trackingKey"> | null {
  const id = `trk_${key.slice(prefix.length)}`;
  return key.startsWith(prefix) && isId("trackingKey", id) ? id : null;
}
