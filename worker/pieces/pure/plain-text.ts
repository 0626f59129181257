import { mergeTagText } from "./merge";
import { childrenOf, textAttr, type Tree, type TreeNode } from "./tree";

/** The words of a tree, a line a block: what is counted, compared and searched. */
export function plainText(tree: Tree | TreeNode): string {
  return blockTexts(tree).join("\n");
}

export function blockTexts(node: Tree | TreeNode): string[] {
  return childrenOf(node).flatMap((child) => {
    if (child.type === "paragraph" || child.type === "heading" || child.type === "codeBlock")
      return [inlineText(child)].filter((text) => text.trim() !== "");
    return blockTexts(child);
  });
}

export function inlineText(node: TreeNode): string {
  return childrenOf(node)
    .map((child) => {
      if (child.type === "hardBreak") return "\n";
      if (child.type === "mergeTag")
        return mergeTagText(textAttr(child, "name"), textAttr(child, "fallback"));
      return child.text ?? "";
    })
    .join("");
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'.-]*/gu) ?? [];
}

/** Whole sentences, in their order, without the space between them. */
export function sentencesOf(text: string): string[] {
  const segments = new Intl.Segmenter("en", { granularity: "sentence" });
  return text
    .split("\n")
    .flatMap((line) => [...segments.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== "");
}

/** For lists: the first words, cut between two of them. */
export function excerptOf(text: string, length = 180): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= length) return plain;
  const cut = plain.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length * 0.6)).trimEnd()}…`;
}
