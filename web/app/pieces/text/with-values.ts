import { isMergeName, mergeValue, type MergeValues } from "../../../../worker/pieces/pure/merge";
import { childrenOf, textAttr, type Tree, type TreeNode } from "../../../../worker/pieces/pure/tree";

/** The text as somebody gets it, with what is known of them in the place of the tags. */
export function withValues(tree: Tree, values: MergeValues): Tree {
  return { type: "doc", content: childrenOf(tree).map((node) => filled(node, values)) };
}

function filled(node: TreeNode, values: MergeValues): TreeNode {
  const name = node.attrs?.["name"];
  if (node.type === "mergeTag" && isMergeName(name))
    return {
      type: "text",
      text: mergeValue(values, name, textAttr(node, "fallback")),
      ...(node.marks ? { marks: node.marks } : {}),
    };
  return node.content ? { ...node, content: node.content.map((child) => filled(child, values)) } : node;
}
