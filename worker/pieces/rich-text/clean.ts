import { safeImage, safeLink } from "../pure/links";
import { cleanFallback, isMergeName, mergeParts } from "../pure/merge";
import {
  childrenOf,
  emptyTree,
  inlineNames,
  isNodeName,
  levelOf,
  markNames,
  nodeKinds,
  startOf,
  textAttr,
  type Tree,
  type TreeMark,
  type TreeNode,
} from "../pure/tree";

export const mostNodes = 5000;
export const deepest = 12;
export const longestText = 200_000;

export type CleanOptions = { mergeTags?: boolean };
export type Cleaned = { ok: true; tree: Tree } | { ok: false; path: (string | number)[]; problem: string };

/**
 * A tree that holds only what the list of nodes and marks names, each where it may stand (XSS-01). An unsafe link or
 * picture goes and its words stay; a node that nobody knows is refused, so that nothing is lost in silence.
 */
export function cleanTree(tree: { content?: TreeNode[] }, { mergeTags = false }: CleanOptions = {}): Cleaned {
  const cleaner = new Cleaner(mergeTags);
  try {
    const content = cleaner.blocks(childrenOf(tree), ["content"], 1);
    return { ok: true, tree: content.length === 0 ? emptyTree : { type: "doc", content } };
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    return { ok: false, path: error.path, problem: error.message };
  }
}

type Path = (string | number)[];

class Unfit extends Error {
  constructor(
    readonly path: Path,
    problem: string,
  ) {
    super(problem);
  }
}

class Cleaner {
  private nodes = 0;
  private characters = 0;

  constructor(private readonly mergeTags: boolean) {}

  blocks(nodes: TreeNode[], path: Path, depth: number): TreeNode[] {
    return nodes.flatMap((node, index) => this.block(node, [...path, index], depth));
  }

  private block(node: TreeNode, path: Path, depth: number): TreeNode[] {
    this.count(path, depth);
    if (!isNodeName(node.type) || inlineNames.includes(node.type) || node.type === "listItem")
      throw new Unfit(path, `A node “${node.type.slice(0, 40)}” cannot stand here.`);
    const within: Path = [...path, "content"];
    switch (nodeKinds[node.type]) {
      case "inline":
        return [withContent(plain(node), this.inline(childrenOf(node), within, depth + 1))];
      case "items":
        return this.list(node, within, depth);
      case "blocks": {
        const content = this.blocks(childrenOf(node), within, depth + 1);
        return content.length > 0 ? [{ type: node.type, content }] : [];
      }
      case "code":
        return [withContent({ type: "codeBlock" }, this.codeText(node, within))];
      default:
        return node.type === "image" ? picture(node) : [{ type: node.type }];
    }
  }

  private list(node: TreeNode, path: Path, depth: number): TreeNode[] {
    const content = childrenOf(node).map((item, index) => {
      if (item.type !== "listItem")
        throw new Unfit([...path, index], "Only items of a list can stand in it.");
      this.count([...path, index], depth + 1);
      const blocks = this.blocks(childrenOf(item), [...path, index, "content"], depth + 2);
      return {
        type: "listItem",
        content: blocks[0]?.type === "paragraph" ? blocks : [{ type: "paragraph" }, ...blocks],
      };
    });
    return content.length > 0 ? [withContent(plain(node), content)] : [];
  }

  private inline(nodes: TreeNode[], path: Path, depth: number): TreeNode[] {
    const kept = nodes.flatMap((node, index) => this.leaf(node, [...path, index], depth));
    return joinTexts(kept);
  }

  private leaf(node: TreeNode, path: Path, depth: number): TreeNode[] {
    this.count(path, depth);
    if (node.type === "hardBreak") return [{ type: "hardBreak" }];
    const marks = this.marks(node.marks ?? [], path);
    if (node.type === "text") return this.text(node.text ?? "", marks);
    if (node.type !== "mergeTag" || !this.mergeTags)
      throw new Unfit(path, `A node “${node.type.slice(0, 40)}” cannot stand here.`);
    const name = node.attrs?.["name"];
    if (!isMergeName(name)) throw new Unfit(path, "There is no merge tag of this name.");
    return [mergeNode(name, cleanFallback(node.attrs?.["fallback"]), marks)];
  }

  /** In emails a tag that was typed becomes one; elsewhere it is text like any other. */
  private text(raw: string, marks: TreeMark[]): TreeNode[] {
    const text = cleanText(raw).replace(/\s*\n\s*/g, " ");
    this.characters += text.length;
    if (this.characters > longestText) throw new Unfit([], "This text is too long.");
    const isCode = marks.some(({ type }) => type === "code");
    const parts = this.mergeTags && !isCode ? mergeParts(text) : [{ text }];
    return parts.flatMap((part) => {
      if ("name" in part) return mergeNode(part.name, cleanFallback(part.fallback), marks);
      return part.text === "" ? [] : withMarks({ type: "text", text: part.text }, marks);
    });
  }

  private codeText(node: TreeNode, path: Path): TreeNode[] {
    const text = childrenOf(node)
      .map((child, index) => {
        if (child.type !== "text") throw new Unfit([...path, index], "Only text can stand in a code block.");
        return cleanText(child.text ?? "");
      })
      .join("");
    this.characters += text.length;
    return text === "" ? [] : [{ type: "text", text }];
  }

  private marks(marks: TreeMark[], path: Path): TreeMark[] {
    for (const { type } of marks)
      if (!isMarkName(type))
        throw new Unfit([...path, "marks"], `There is no mark “${type.slice(0, 40)}” here.`);
    if (marks.some(({ type }) => type === "code")) return [{ type: "code" }];
    const href = safeLink(marks.find(({ type }) => type === "link")?.attrs?.["href"]);
    const others = markNames.filter((name) => name !== "link" && marks.some(({ type }) => type === name));
    return [
      ...(href === null ? [] : [{ type: "link", attrs: { href } }]),
      ...others.map((type) => ({ type })),
    ];
  }

  private count(path: Path, depth: number): void {
    if (++this.nodes > mostNodes) throw new Unfit([], `A text has at most ${mostNodes} parts.`);
    if (depth > deepest) throw new Unfit(path, "This is nested too deep.");
  }
}

function isMarkName(name: string): boolean {
  return (markNames as readonly string[]).includes(name);
}

function plain(node: TreeNode): TreeNode {
  if (node.type === "heading") return { type: "heading", attrs: { level: levelOf(node) } };
  if (node.type === "orderedList") return { type: "orderedList", attrs: { start: startOf(node) } };
  return { type: node.type };
}

function picture(node: TreeNode): TreeNode[] {
  const src = safeImage(node.attrs?.["src"]);
  const alt = cleanText(textAttr(node, "alt")).replace(/\s+/g, " ").trim().slice(0, 300);
  return src === null ? [] : [{ type: "image", attrs: { src, alt } }];
}

function mergeNode(name: string, fallback: string, marks: TreeMark[]): TreeNode {
  return withMarks({ type: "mergeTag", attrs: { name, fallback } }, marks);
}

function withContent(node: TreeNode, content: TreeNode[]): TreeNode {
  return content.length > 0 ? { ...node, content } : node;
}

function withMarks(node: TreeNode, marks: TreeMark[]): TreeNode {
  return marks.length > 0 ? { ...node, marks } : node;
}

export function joinTexts(nodes: TreeNode[]): TreeNode[] {
  const joined: TreeNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const isSame = last?.type === "text" && node.type === "text" && sameMarks(last, node);
    if (isSame) joined[joined.length - 1] = { ...last, text: (last.text ?? "") + (node.text ?? "") };
    else joined.push(node);
  }
  return joined;
}

function sameMarks(one: TreeNode, other: TreeNode): boolean {
  return JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? []);
}

/** Without signs that no eye sees and no page may hold; line breaks of one kind. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g, "")
  );
}
