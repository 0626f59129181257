import { Buffer } from "node:buffer";
import { type Cell, type Id, makeId } from "../../db/ids";

/**
 * The sender's own id of what is sent makes ours, so the same thing sent again is the same row, however often and whenever
 * it comes (IDEM-04). It does not tell the time, unlike other ids: lists of submissions go by their number.
 */
export async function submissionIdOf(
  cell: Cell,
  formId: Id<"form">,
  ownId: string,
): Promise<Id<"submission">> {
  return await derivedId("submission", cell, `${formId}\n${ownId}`);
}

export async function draftIdOf(cell: Cell, formId: Id<"form">, secret: string): Promise<Id<"formDraft">> {
  return await derivedId("formDraft", cell, `${formId}\n${secret}`);
}

async function derivedId<K extends "submission" | "formDraft">(
  kind: K,
  cell: Cell,
  text: string,
): Promise<Id<K>> {
  const digest = Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(`${kind}\n${text}`)));
  return makeId(kind, cell, digest.readUIntBE(0, 5), digest.subarray(5));
}

/** The same in the form that others ask for, such as a challenge's attempt. */
export function asUuid(hex: string): string {
  const text = hex.padEnd(32, "0").slice(0, 32);
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
