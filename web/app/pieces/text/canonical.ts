import {
  headingLevels,
  isNodeName,
  markNames,
  type Tree,
  type TreeMark,
  type TreeNode,
} from "../../../../worker/pieces/pure/tree";

/** The editor's document in the one form that is stored: the same words give the same JSON, wherever they come from. */
export function canonicalTree(doc: Partial<TreeNode>): Tree {
  const content = nodesOf(doc.content);
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

function nodesOf(nodes: TreeNode[] | undefined): TreeNode[] {
  return (nodes ?? []).filter(({ type }) => isNodeName(type)).map(canonicalNode);
}

function canonicalNode({ type, attrs, content, text, marks }: TreeNode): TreeNode {
  const kept = attrsOf(type, attrs ?? {});
  const inside = nodesOf(content);
  const keptMarks = type === "hardBreak" ? [] : marksOf(marks ?? []);
  return {
    type,
    ...(kept ? { attrs: kept } : {}),
    ...(inside.length > 0 ? { content: inside } : {}),
    ...(text === undefined ? {} : { text }),
    ...(keptMarks.length > 0 ? { marks: keptMarks } : {}),
  };
}

function attrsOf(type: string, attrs: Record<string, unknown>): Record<string, unknown> | null {
  switch (type) {
    case "heading":
      return { level: headingLevels.find((level) => level === attrs["level"]) ?? 2 };
    case "orderedList":
      return { start: attrs["start"] ?? 1 };
    case "image":
      return { src: attrs["src"] ?? "", alt: attrs["alt"] ?? "" };
    case "mergeTag":
      return { name: attrs["name"], fallback: attrs["fallback"] ?? "" };
    default:
      return null;
  }
}

function marksOf(marks: TreeMark[]): TreeMark[] {
  if (marks.some(({ type }) => type === "code")) return [{ type: "code" }];
  const order = ["link", ...markNames.filter((name) => name !== "link")];
  return order.flatMap((name) => {
    const mark = marks.find(({ type }) => type === name);
    if (!mark) return [];
    return name === "link" ? [{ type: name, attrs: { href: mark.attrs?.["href"] } }] : [{ type: name }];
  });
}
