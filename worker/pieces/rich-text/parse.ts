import { emptyTree, type Tree, type TreeNode } from "../pure/tree";
import { cleanText, cleanTree, deepest, longestText, mostNodes } from "./clean";
import { parseInline, type ParseOptions } from "./parse-inline";

export type { ParseOptions };

/** Models answer Markdown for long text. HTML in it is text like any other: there is no way from here to a tag (XSS-06). */
export function richTextFromMarkdown(markdown: string, options: ParseOptions = {}): Tree {
  const lines = cleanText(markdown.slice(0, longestText)).split("\n");
  const content = parseBlocks(lines, options, 1).slice(0, mostNodes / 10);
  const cleaned = cleanTree({ content }, { mergeTags: options.mergeTags });
  if (cleaned.ok) return cleaned.tree;
  // What is more than a text may be made of, such as ten thousand stars, is kept as the words it is.
  const paragraphs = lines.filter((line) => line.trim() !== "").slice(0, 500);
  const plain = cleanTree({ content: paragraphs.map((text) => paragraph([{ type: "text", text }])) });
  return plain.ok ? plain.tree : emptyTree;
}

const patterns = {
  heading: /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*$/,
  rule: /^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$/,
  fence: /^ {0,3}(`{3,}|~{3,})[^`]*$/,
  quote: /^ {0,3}> ?/,
  item: /^( {0,3}(?:([-+*])|(\d{1,9})([.)])))(?:[ \t]+(.*)|[ \t]*)$/,
  image: /^ {0,3}!\[((?:[^[\]\\]|\\.)*)\]\((?:<([^<>]*)>|([^\s()<>]+))(?:\s+"[^"]*")?\)[ \t]*$/,
};

function parseBlocks(lines: string[], options: ParseOptions, depth: number): TreeNode[] {
  const blocks: TreeNode[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (line.trim() === "") {
      at++;
      continue;
    }
    const { node, next } = parseBlock(lines, at, options, depth);
    blocks.push(...node);
    at = next;
  }
  return blocks;
}

type Found = { node: TreeNode[]; next: number };

function parseBlock(lines: string[], at: number, options: ParseOptions, depth: number): Found {
  const line = lines[at] ?? "";
  const heading = patterns.heading.exec(line);
  if (heading) {
    const level = Math.min(Math.max(heading[1]?.length ?? 2, 2), 4);
    const content = parseInline((heading[2] ?? "").trim(), options);
    return { node: [{ type: "heading", attrs: { level }, content }], next: at + 1 };
  }
  if (patterns.rule.test(line)) return { node: [{ type: "horizontalRule" }], next: at + 1 };
  if (patterns.fence.test(line)) return fenced(lines, at);
  const image = patterns.image.exec(line);
  if (image) return { node: picture(image, options), next: at + 1 };
  if (depth < deepest - 3) {
    if (patterns.quote.test(line)) return quoted(lines, at, options, depth);
    if (patterns.item.test(line)) return listed(lines, at, options, depth);
  }
  return paragraphAt(lines, at, options);
}

function fenced(lines: string[], at: number): Found {
  const fence = /(`{3,}|~{3,})/.exec(lines[at] ?? "")?.[0] ?? "```";
  const closes = (line: string) =>
    line.trim().length >= fence.length && line.trim() === fence[0]?.repeat(line.trim().length);
  let end = at + 1;
  while (end < lines.length && !closes(lines[end] ?? "")) end++;
  const text = lines.slice(at + 1, end).join("\n");
  const content = end > at + 1 && text !== "" ? [{ type: "text", text }] : [];
  return { node: [{ type: "codeBlock", content }], next: end + 1 };
}

function picture([, alt = "", angled, bare]: RegExpExecArray, { allowLink }: ParseOptions): TreeNode[] {
  const src = angled ?? bare ?? "";
  const said = alt.replace(/\\(.)/g, "$1");
  if (allowLink && !allowLink(src)) return said === "" ? [] : [paragraph([{ type: "text", text: said }])];
  return [{ type: "image", attrs: { src, alt: said } }];
}

function quoted(lines: string[], at: number, options: ParseOptions, depth: number): Found {
  let end = at;
  while (end < lines.length && patterns.quote.test(lines[end] ?? "")) end++;
  const inner = lines.slice(at, end).map((line) => line.replace(patterns.quote, ""));
  return { node: [{ type: "blockquote", content: parseBlocks(inner, options, depth + 1) }], next: end };
}

/** Items of one sign; another sign begins another list. */
function listed(lines: string[], at: number, options: ParseOptions, depth: number): Found {
  const sign = signOf(lines[at] ?? "");
  const start = Number(/\d+/.exec(lines[at] ?? "")?.[0] ?? 1);
  const items: TreeNode[] = [];
  let next = at;
  while (
    next < lines.length &&
    signOf(lines[next] ?? "") === sign &&
    !patterns.rule.test(lines[next] ?? "")
  ) {
    const item = itemAt(lines, next);
    items.push({ type: "listItem", content: parseBlocks(item.lines, options, depth + 2) });
    next = item.next;
    const afterBlank = lines.slice(next).findIndex((line) => line.trim() !== "");
    if (afterBlank > 0 && signOf(lines[next + afterBlank] ?? "") === sign) next += afterBlank;
  }
  const isOrdered = /[.)]/.test(sign);
  const list: TreeNode = isOrdered
    ? { type: "orderedList", attrs: { start }, content: items }
    : { type: "bulletList", content: items };
  return { node: [list], next };
}

function signOf(line: string): string {
  const [, , bullet, , end] = patterns.item.exec(line) ?? [];
  return bullet ?? end ?? "";
}

/** The line of the sign and whatever stands as deep as its text, blank lines between included. */
function itemAt(lines: string[], at: number): { lines: string[]; next: number } {
  const [, marker = "", , , , rest = ""] = patterns.item.exec(lines[at] ?? "") ?? [];
  const depth = marker.length + 1;
  const own = [rest];
  let next = at + 1;
  while (next < lines.length) {
    const line = lines[next] ?? "";
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (line.trim() !== "" && indent < Math.min(depth, 2)) break;
    if (line.trim() === "" && !goesOn(lines, next, Math.min(depth, 2))) break;
    own.push(line.slice(Math.min(indent, depth)));
    next++;
  }
  return { lines: own, next };
}

function goesOn(lines: string[], at: number, depth: number): boolean {
  const following = lines.slice(at, at + 50).find((line) => line.trim() !== "");
  return following !== undefined && (/^ */.exec(following)?.[0].length ?? 0) >= depth;
}

function paragraphAt(lines: string[], at: number, options: ParseOptions): Found {
  let end = at + 1;
  while (end < lines.length && (lines[end] ?? "").trim() !== "" && !interrupts(lines[end] ?? "")) end++;
  const source = lines
    .slice(at, end)
    .map((line) => line.trimStart())
    .join("\n")
    .trimEnd();
  return { node: [paragraph(parseInline(source, options))], next: end };
}

/** An ordered list that does not begin with one is a line of the paragraph that begins with a number. */
function interrupts(line: string): boolean {
  const [, , bullet, number, , rest] = patterns.item.exec(line) ?? [];
  const isItem = (bullet !== undefined || number === "1") && rest !== undefined;
  return (
    isItem || [patterns.heading, patterns.rule, patterns.fence, patterns.quote].some((one) => one.test(line))
  );
}

function paragraph(content: TreeNode[]): TreeNode {
  return { type: "paragraph", content };
}
