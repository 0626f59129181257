import { parseId } from "../../db/ids";
import type { SessionMembership } from "../organizations";
import { longestSessionSeconds, renewSession, sessionCookie } from "../people";
import type { EdgeContext } from "./edge";

/**
 * Whoever's rights have changed goes on under a new session, so that one copied before has no part in them (AUTH-06).
 * After the handler: a session that it has ended is not brought back.
 */
export async function renewWhenRightsChanged(c: EdgeContext, row: SessionMembership): Promise<void> {
  const startedAt = parseId(row.session.id)?.time ?? 0;
  if (rightsChangedAt(row) < startedAt || c.res.status === 101) return;
  const base = c.get("base");
  const token = await renewSession(base, row.session.id);
  if (token === null) return;
  const endsAt = row.session.createdAt.getTime() + longestSessionSeconds * 1000;
  const cookies = c.req.header("cookie") ?? "";
  const cookie = await sessionCookie(base.settings, { token, endsAt, now: base.now(), cookies });
  c.header("set-cookie", cookie, { append: true });
  // For the web app, which fetches on behalf of a browser: this cookie is for it, whatever was asked.
  c.header("tributary-session", "renewed");
}

/** Who has just joined has the rights they came for; before that change there is none. */
function rightsChangedAt({ member, customRole }: SessionMembership): number {
  if (!member) return -1;
  const ofMember = member.updatedAt > member.createdAt ? member.updatedAt : -1;
  return Math.max(ofMember, customRole?.updatedAt ?? -1);
}
