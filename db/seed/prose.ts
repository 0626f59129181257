import type { RichNode, RichText } from "../schema/cell/content";

/** Hand-written words as the editor keeps them: `##` headings, lists, quotes, **strong** words, [links](…) and tags. */
export function prose(text: string): RichText {
  const blocks = text.trim().split(/\n\s*\n/);
  return {
    type: "doc",
    content: blocks.map((block) => blockOf(block.split("\n").map((line) => line.trim()))),
  };
}

function blockOf(lines: string[]): RichNode {
  const [first = ""] = lines;
  const heading = /^(#{2,4}) (.*)$/.exec(first);
  if (heading)
    return { type: "heading", attrs: { level: heading[1]?.length }, content: inline(heading[2] ?? "") };
  if (first.startsWith("- ")) return { type: "bulletList", content: itemsOf(lines, /^- /) };
  if (/^\d+\. /.test(first))
    return { type: "orderedList", attrs: { start: 1 }, content: itemsOf(lines, /^\d+\. /) };
  if (first.startsWith("> "))
    return { type: "blockquote", content: [paragraph(lines.map((line) => line.slice(2)).join(" "))] };
  return paragraph(lines.join(" "));
}

function itemsOf(lines: string[], sign: RegExp): RichNode[] {
  return lines.map((line) => ({ type: "listItem", content: [paragraph(line.replace(sign, ""))] }));
}

function paragraph(text: string): RichNode {
  return { type: "paragraph", content: inline(text) };
}

function inline(text: string): RichNode[] {
  const parts = text.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\)|\{\{[^}]+\}\})/).filter((part) => part !== "");
  return parts.map(leaf);
}

function leaf(part: string): RichNode {
  const strong = /^\*\*(.+)\*\*$/.exec(part);
  if (strong) return { type: "text", text: strong[1] ?? "", marks: [{ type: "bold" }] };
  const link = /^\[(.+)\]\((.+)\)$/.exec(part);
  if (link) return { type: "text", text: link[1] ?? "", marks: [{ type: "link", attrs: { href: link[2] } }] };
  const tag = /^\{\{([^|}]+)\|?([^}]*)\}\}$/.exec(part);
  if (tag) return { type: "mergeTag", attrs: { name: tag[1], fallback: tag[2] } };
  return { type: "text", text: part };
}

/** A line a block, as the product reads it. */
export function linesOf({ content = [] }: { content?: RichNode[] }): string[] {
  return content.flatMap((node) =>
    node.type === "paragraph" || node.type === "heading" ? [textOf(node)] : linesOf(node),
  );
}

function textOf({ content = [] }: RichNode): string {
  return content
    .map(({ type, text = "", attrs }) =>
      type === "mergeTag" ? tagText(attrs?.["name"], attrs?.["fallback"]) : text,
    )
    .join("");
}

function tagText(name: unknown, fallback: unknown): string {
  return fallback === "" ? `{{${String(name)}}}` : `{{${String(name)}|${String(fallback)}}}`;
}

export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'.-]*/gu)?.length ?? 0;
}

/** For lists: the first words, cut between two of them. */
export function excerptOf(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain.length <= 180) return plain;
  const cut = plain.slice(0, 180);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 108)).trimEnd()}…`;
}
