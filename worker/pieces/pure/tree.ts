/** A rich text, as the editor keeps it: typed blocks, never HTML. Pure: the editor's page imports this too. */
export type Tree = { type: "doc"; content?: TreeNode[] };
export type TreeMark = { type: string; attrs?: Record<string, unknown> };
export type TreeNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: TreeNode[];
  marks?: TreeMark[];
  text?: string;
};

export const emptyTree: Tree = { type: "doc", content: [{ type: "paragraph" }] };

/** Every node there may be, and what may stand in it. */
export const nodeKinds = {
  paragraph: "inline",
  heading: "inline",
  bulletList: "items",
  orderedList: "items",
  listItem: "blocks",
  blockquote: "blocks",
  codeBlock: "code",
  horizontalRule: "nothing",
  image: "nothing",
  hardBreak: "nothing",
  mergeTag: "nothing",
  text: "nothing",
} as const;
export type NodeName = keyof typeof nodeKinds;
export const inlineNames: readonly string[] = ["text", "hardBreak", "mergeTag"];
export const markNames = ["bold", "italic", "strike", "underline", "code", "link"] as const;
export const headingLevels = [2, 3, 4] as const;

export function isNodeName(name: string): name is NodeName {
  return Object.hasOwn(nodeKinds, name);
}

export function childrenOf(node: { content?: TreeNode[] }): TreeNode[] {
  return node.content ?? [];
}

export function textAttr(node: { attrs?: Record<string, unknown> }, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === "string" ? value : "";
}

export function levelOf(node: TreeNode): number {
  const level = node.attrs?.["level"];
  return typeof level === "number" && level >= 2 && level <= 4 ? level : 2;
}

export function startOf(list: TreeNode): number {
  const start = list.attrs?.["start"];
  return typeof start === "number" && Number.isInteger(start) && start >= 0 ? start : 1;
}
