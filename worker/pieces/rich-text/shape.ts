import * as z from "zod";
import type { Tree, TreeNode } from "../pure/tree";
import { type CleanOptions, cleanTree } from "./clean";

const mark = z.strictObject({
  type: z.string().max(40),
  attrs: z.record(z.string().max(40), z.unknown()).optional(),
});

const node: z.ZodType<TreeNode> = z
  .strictObject({
    type: z.string().max(40),
    attrs: z.record(z.string().max(40), z.unknown()).optional(),
    get content() {
      return z.array(node).max(5000).optional();
    },
    marks: z.array(mark).max(10).optional(),
    text: z.string().max(200_000).optional(),
  })
  .meta({ id: "RichNode" });

/** As the editor keeps it. What it may hold is judged node by node when it is written. */
export const richTextWire = z
  .strictObject({ type: z.literal("doc"), content: z.array(node).max(5000).optional() })
  .meta({
    id: "RichText",
    description:
      "Nodes: paragraph, heading (2–4), bulletList, orderedList, listItem, blockquote, codeBlock, horizontalRule, hardBreak, image, text, and mergeTag in emails. Marks: bold, italic, strike, underline, code, link.",
  });

/** Refused with the place of what does not belong, or cleaned: see `cleanTree`. */
export function richTextOf(options: CleanOptions) {
  return richTextWire.transform((tree, context): Tree => {
    const cleaned = cleanTree(tree, options);
    if (cleaned.ok) return cleaned.tree;
    context.addIssue({ code: "custom", path: cleaned.path, message: cleaned.problem });
    return z.NEVER;
  });
}

export const richTextShape = richTextOf({ mergeTags: false });
export const emailTextShape = richTextOf({ mergeTags: true });
