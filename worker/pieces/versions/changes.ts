import { diffWordsWithSpace } from "diff";
import { textOf } from "../content";
import type { PieceContent } from "../fields";

export type TextPart = { kind: "same" | "added" | "removed"; text: string };
export type FieldChange = { field: string; before: string; after: string };
export type Changes = { fields: FieldChange[]; parts: TextPart[] };

/** More than this is another text; comparing it word by word would cost more than it tells. */
const mostEdits = 4000;

/** What differs between two versions: the words as a diff, everything else field by field. */
export function changesBetween(before: PieceContent | null, after: PieceContent): Changes {
  const parts = partsOf(before ? textOf(before) : "", textOf(after));
  return { parts, fields: before ? fieldsOf(before, after) : [] };
}

function partsOf(before: string, after: string): TextPart[] {
  if (before === "" && after === "") return [];
  const found = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (!found) return whole(before, after);
  return found.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

function whole(before: string, after: string): TextPart[] {
  const parts: TextPart[] = [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  return parts.filter(({ text }) => text !== "");
}

const shownAsText = new Set(["kind", "body", "text"]);

function fieldsOf(before: PieceContent, after: PieceContent): FieldChange[] {
  const old = new Map(Object.entries(before));
  return Object.entries(after)
    .filter(([field]) => !shownAsText.has(field))
    .map(([field, value]) => ({ field, before: said(old.get(field)), after: said(value) }))
    .filter((change) => change.before !== change.after);
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
