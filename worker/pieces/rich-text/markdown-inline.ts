import { safeLink } from "../pure/links";
import { isMergeName, mergeTagText } from "../pure/merge";
import { textAttr, type TreeNode } from "../pure/tree";

type Run = { text: string; marks: string[]; isWritten: boolean };

/** One line of a block; a part with the same link is one link, and marks open and close around the others. */
export function inlineMarkdown(nodes: TreeNode[]): string {
  const parts: { href: string | null; nodes: TreeNode[] }[] = [];
  for (const node of nodes) {
    const href = hrefOf(node);
    const last = parts.at(-1);
    if (last && last.href === href) last.nodes.push(node);
    else parts.push({ href, nodes: [node] });
  }
  const text = parts
    .map(({ href, nodes: within }) => (href === null ? marked(within) : linked(href, marked(within))))
    .join("");
  return text.replace(/[^\S\n]*\\\n[^\S\n]*/g, "\\\n").replace(/^(\\\n|\s)+|(\\\n|\s)+$/g, "");
}

function linked(href: string, label: string): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(label) ?? [];
  return inner === "" ? label : `${before}[${inner.replaceAll("\\\n", " ")}](<${href}>)${after}`;
}

function hrefOf(node: TreeNode): string | null {
  return safeLink(node.marks?.find(({ type }) => type === "link")?.attrs?.["href"]);
}

const signs: Record<string, string> = { bold: "**", italic: "*", strike: "~~", underline: "++" };

function marked(nodes: TreeNode[]): string {
  const runs = nodes.flatMap(runsOf);
  let text = "";
  let open: string[] = [];
  for (const [index, run] of runs.entries()) {
    const wanted = run.text.trim() === "" && !run.isWritten ? between(runs, index) : run.marks;
    const kept = commonStart(open, wanted);
    text += open.slice(kept).toReversed().map(sign).join("");
    const opened = wanted.filter((mark) => !open.slice(0, kept).includes(mark));
    text += opened.map(sign).join("") + run.text;
    open = [...open.slice(0, kept), ...opened];
  }
  return text + open.toReversed().map(sign).join("");
}

const sign = (mark: string) => signs[mark] ?? "";

/** Open marks that go on, up to the first that ends: what is inside of that one is closed and opened again. */
function commonStart(open: string[], wanted: string[]): number {
  const ending = open.findIndex((mark) => !wanted.includes(mark));
  return ending < 0 ? open.length : ending;
}

/** A space between two marked words is marked where both are: a mark never begins or ends with one. */
function between(runs: Run[], index: number): string[] {
  const before = runs[index - 1]?.marks ?? [];
  const next = runs.slice(index + 1).find(({ text, isWritten }) => isWritten || text.trim() !== "");
  const own = runs[index]?.marks ?? [];
  return own.filter((mark) => before.includes(mark) && next?.marks.includes(mark));
}

function runsOf(node: TreeNode): Run[] {
  const marks = Object.keys(signs).filter((name) => node.marks?.some(({ type }) => type === name));
  if (node.type === "hardBreak") return [{ text: "\\\n", marks: [], isWritten: false }];
  if (node.type === "mergeTag") {
    const name = textAttr(node, "name");
    const tag = isMergeName(name) ? mergeTagText(name, textAttr(node, "fallback")) : "";
    return [{ text: tag, marks, isWritten: true }];
  }
  const text = node.text ?? "";
  if (node.marks?.some(({ type }) => type === "code"))
    return [{ text: codeSpan(text), marks: [], isWritten: true }];
  const [, before = "", core = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return [before, core, after]
    .filter((part) => part !== "")
    .map((part) => ({ text: escapeMarkdown(part), marks, isWritten: part === core }));
}

function codeSpan(text: string): string {
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length++;
  const fence = "`".repeat(length);
  const needsRoom = /^`|`$|^ .*[^ ].* $/.test(text);
  return needsRoom ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** A `<` is escaped as well: whoever renders the Markdown elsewhere reads no HTML out of it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]~<]/g, "\\$&")
    .replace(/\+(?=\+|$)|(?<=\+|^)\+/g, "\\+")
    .replace(/\{(?=\{|$)|(?<=\{|^)\{/g, "\\{")
    .replace(/&(?=#?\w+;)/g, "\\&");
}
