import type * as z from "zod";
import { Invalid } from "../kernel/errors";
import { contentFields, type PieceContent } from "./fields";
import { mostMergeTags, unknownTags } from "./pure/merge";
import { childrenOf, type TreeNode } from "./pure/tree";

/** What somebody sent, before its kind was known. */
export type ContentChange = Readonly<Record<string, unknown>>;

/** The words after a change, each field judged by the rules of the piece's own kind. */
export function changedContent(before: PieceContent, change: ContentChange): PieceContent {
  const shape: z.ZodObject = contentFields[before.kind];
  for (const name of Object.keys(change)) refuseForeign(before, name, shape);
  const parsed = shape.partial().safeParse(change);
  if (!parsed.success) throw new Invalid(parsed.error.issues.map(toFieldError));
  const content = { ...before, ...parsed.data } as PieceContent; // safe: parsed by the shape of this very kind
  refuseTags(content, change);
  return content;
}

function refuseForeign(before: PieceContent, name: string, shape: z.ZodObject): void {
  if (!Object.hasOwn(shape.shape, name)) {
    const detail = `“${name}” is not a field of this kind of piece.`;
    throw Invalid.field(`/${name}`, "unknown_field", detail);
  }
  if (name === "platform" && before.kind === "social_post")
    throw Invalid.field("/platform", "fixed", "A post stays on its network. Make another one for another.");
}

/** A tag that nobody knows would reach a reader as it stands (TPL-01). */
function refuseTags(content: PieceContent, change: ContentChange): void {
  if (content.kind !== "email") return;
  for (const name of ["subjectLine", "preheader"] as const) {
    const [unknown] = Object.hasOwn(change, name) ? unknownTags(content[name]) : [];
    if (unknown !== undefined)
      throw Invalid.field(`/${name}`, "unknown_tag", `There is no merge tag “${unknown.slice(0, 60)}”.`);
  }
  if (countTags(childrenOf(content.body)) > mostMergeTags)
    throw Invalid.field("/body", "too_many_tags", `An email has at most ${mostMergeTags} merge tags.`);
}

function countTags(nodes: TreeNode[]): number {
  return nodes.reduce(
    (sum, node) => sum + (node.type === "mergeTag" ? 1 : 0) + countTags(childrenOf(node)),
    0,
  );
}

function toFieldError(issue: z.core.$ZodIssue) {
  return { pointer: `/${issue.path.map(String).join("/")}`, code: issue.code, detail: issue.message };
}

export function isSameContent(one: PieceContent, other: PieceContent): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(content: PieceContent): unknown {
  return Object.entries(content).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
