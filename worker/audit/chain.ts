import { sha256Hex } from "../kernel/secrets";
import type { AuditRow } from "./queries";

/**
 * Each seal covers the one before it, so that no row can be changed, taken out or put in between without every later
 * seal being wrong. Anybody who has an export can work it out again: SHA-256 of the last seal and the row's canonical JSON.
 */
export async function sealOf(previous: string | null, row: AuditRow): Promise<string> {
  return await sha256Hex((previous ?? "") + canonicalJson(sealedFields(row)));
}

/** Named one by one: a column that is added some day must not break the seals of before. */
function sealedFields(row: AuditRow) {
  const { id, organizationId, createdAt, seq, action, resourceType, resourceId } = row;
  const { actorKind, actorId, changes, ipAddress, userAgent, requestId } = row;
  const what = { id, organizationId, createdAt, seq, action, resourceType, resourceId, changes };
  return { ...what, actorKind, actorId, ipAddress, userAgent, requestId };
}

/** Keys in the order of their code units, no space: one text for one value, whatever order it was written in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isRecord(part) ? inOrder(part) : part));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function inOrder(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
