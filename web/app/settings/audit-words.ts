import type { components } from "../../../sdk";
import type { AuditEntry } from "./audit-log-view";
import { permissionWords } from "./permission-words";

type Wire = components["schemas"]["AuditEntry"];
type Facts = Record<string, unknown>;

/** What each act is called after “Ada …”: in general, and where the entry knows the name of what it was about. */
const sentences: Record<string, [general: string, named?: string]> = {
  "access.denied": ["tried something that their role does not allow"],
  "analysis.accepted": ["took over what a website says", "took over what the website of % says"],
  "analysis.fact_changed": ["decided on a fact of a website"],
  "analysis.facts_decided": ["decided on the facts of a website"],
  "analysis.requested": ["had a website read"],
  "api_key.changed": ["changed an API key", "changed API key %"],
  "api_key.created": ["created an API key", "created API key %"],
  "api_key.revoked": ["revoked an API key", "revoked API key %"],
  "api_key.rotated": ["replaced the secret of an API key", "replaced the secret of API key %"],
  "audit.exported": ["exported the audit log"],
  "business.archived": ["archived a business", "archived business %"],
  "business.created": ["added a business", "added business %"],
  "business.restored": ["brought a business back", "brought business % back"],
  "business.updated": ["changed a business", "changed business %"],
  "invite.accepted": ["accepted an invite"],
  "invite.cancelled": ["took an invite back", "took back the invite for %"],
  "invite.created": ["invited somebody", "invited %"],
  "invite.sent_again": ["sent an invite again", "sent the invite for % again"],
  "click.judged": ["said who had clicked a link"],
  "click.range_judged": ["had the clicks of a link judged again"],
  "link.archived": ["archived a link"],
  "link.clicks_exported": ["downloaded the clicks of a link", "downloaded the clicks of link %"],
  "link.created": ["made a link", "made link %"],
  "link.repointed": ["pointed links with a broken target elsewhere"],
  "link_targets.updated": ["changed where links may lead"],
  "link.restored": ["brought a link back"],
  "link.updated": ["changed where a link leads"],
  "member.joined": ["joined"],
  "member.left": ["left"],
  "member.removed": ["removed a member", "removed %"],
  "member.updated": ["changed what a member may do", "changed what % may do"],
  "organization.created": ["created the organization"],
  "organization.deleted": ["deleted the organization"],
  "organization.plan_changed": ["changed the plan"],
  "organization.restored": ["brought the organization back"],
  "organization.transferred": ["handed the organization over"],
  "organization.updated": ["changed the organization"],
  "role.created": ["created a role", "created role %"],
  "role.deleted": ["deleted a role", "deleted role %"],
  "role.updated": ["changed a role", "changed role %"],
  "team.created": ["created a team", "created team %"],
  "team.deleted": ["deleted a team", "deleted team %"],
  "team.member_added": ["added a member to a team"],
  "team.member_removed": ["took a member out of a team"],
  "team.updated": ["changed a team", "changed team %"],
  "usage.bonus_granted": ["granted a bonus"],
};

/** What can be chosen in the filter: the beginning of an act's name finds all that begin so. */
export const auditActions = [
  { value: "organization", name: "Organization" },
  { value: "member", name: "Members" },
  { value: "invite", name: "Invites" },
  { value: "team", name: "Teams" },
  { value: "role", name: "Roles" },
  { value: "business", name: "Businesses" },
  { value: "analysis", name: "Website analyses" },
  { value: "api_key", name: "API keys" },
  { value: "audit", name: "Audit log" },
  { value: "access", name: "Refused attempts" },
];

export function auditEntryOf(wire: Wire): AuditEntry {
  const { before, after } = {
    before: factsIn(wire.changes["before"]),
    after: factsIn(wire.changes["after"]),
  };
  return {
    id: wire.id,
    at: wire.createdAt,
    actorName: wire.actor.name,
    words: sentenceOf(wire, { ...before, ...after }),
    ipAddress: wire.ipAddress,
    changes: wire.action === "access.denied" ? [] : changesBetween(before, after),
  };
}

function sentenceOf({ action, changes }: Wire, about: Facts): string {
  const permission = changes["permission"];
  if (action === "access.denied" && typeof permission === "string") {
    return `was refused: ${uncapital(permissionWords(permission))}`;
  }
  const [general, named] = sentences[action] ?? [action.replaceAll(/[._]/g, " ")];
  const name = [about["name"], about["email"]].map(text).find(Boolean);
  return named && name ? named.replace("%", () => name) : general;
}

function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function changesBetween(before: Facts, after: Facts): AuditEntry["changes"] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .map((field) => ({ field: fieldWords(field), before: text(before[field]), after: text(after[field]) }))
    .filter((change) => change.before !== change.after);
}

function fieldWords(field: string): string {
  return field.replaceAll(/([A-Z])/g, " $1").toLowerCase();
}

function text(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(text).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

function factsIn(value: unknown): Facts {
  // safe: an object's own entries, read as unknown
  return typeof value === "object" && value !== null ? (value as Facts) : {};
}
