import { safeLink } from "../pure/links";
import { cleanFallback, mergeParts } from "../pure/merge";
import type { TreeMark, TreeNode } from "../pure/tree";

export type LinkRule = (href: string) => boolean;
export type ParseOptions = { mergeTags?: boolean; allowLink?: LinkRule };

/** Text with marks still open; an opener that finds no end stays the signs it was written with. */
type Item = { node: TreeNode } | { opener: string; signs: string };
type Opened = { mark: string; at: number };

const signMarks: Record<string, string> = { "~~": "strike", "++": "underline" };
const escapable = /[!-/:-@[-`{-~]/;

export function parseInline(source: string, options: ParseOptions, within = 0): TreeNode[] {
  return new InlineParser(source, options, within).parse();
}

class InlineParser {
  private at = 0;
  private text = "";
  private items: Item[] = [];
  private open: Opened[] = [];

  constructor(
    private readonly source: string,
    private readonly options: ParseOptions,
    private readonly within: number,
  ) {}

  parse(): TreeNode[] {
    while (this.at < this.source.length) this.step();
    this.flush();
    return this.items.map((item) => ("node" in item ? item.node : { type: "text", text: item.signs }));
  }

  private step(): void {
    const sign = this.source[this.at] ?? "";
    const rest = this.source.slice(this.at, this.at + 2);
    if (sign === "\\") return this.escape();
    if (sign === "\n") return this.softBreak();
    if (sign === "`" && this.code()) return;
    if (sign === "[" && this.link(this.at)) return;
    if (rest === "![" && this.picture()) return;
    if (rest === "{{" && this.mergeTag()) return;
    if (sign === "*" || sign === "_") return this.emphasis(sign);
    const mark = signMarks[rest];
    if (mark) return this.toggle(mark, rest);
    this.take(1);
  }

  private take(count: number): void {
    this.text += this.source.slice(this.at, this.at + count);
    this.at += count;
  }

  private flush(): void {
    if (this.text !== "") this.items.push({ node: { type: "text", text: this.text } });
    this.text = "";
  }

  private push(node: TreeNode, to: number): true {
    this.flush();
    this.items.push({ node });
    this.at = to;
    return true;
  }

  private escape(): void {
    const next = this.source[this.at + 1] ?? "";
    if (next === "\n") return void this.push({ type: "hardBreak" }, this.at + 2);
    if (!escapable.test(next)) return this.take(1);
    this.text += next;
    this.at += 2;
  }

  private softBreak(): void {
    const isHard = /\s{2}$/.test(this.text);
    this.text = this.text.trimEnd();
    this.at++;
    if (isHard) this.push({ type: "hardBreak" }, this.at);
    else this.text += " ";
  }

  private code(): boolean {
    const fence = /^`+/.exec(this.source.slice(this.at))?.[0] ?? "`";
    const from = this.at + fence.length;
    const end = closingFence(this.source, from, fence.length);
    if (end < 0) {
      this.take(fence.length);
      return true;
    }
    const inner = this.source.slice(from, end).replaceAll("\n", " ");
    const text = /^ .*[^ ].* $/.test(inner) ? inner.slice(1, -1) : inner;
    return this.push({ type: "text", text, marks: [{ type: "code" }] }, end + fence.length);
  }

  private link(from: number): boolean {
    const found = this.within > 0 ? null : bracketed(this.source, from);
    if (!found) return false;
    const href = safeLink(found.address);
    const isAllowed = href !== null && (this.options.allowLink?.(href) ?? true);
    const mark: TreeMark[] = isAllowed ? [{ type: "link", attrs: { href } }] : [];
    this.flush();
    for (const node of parseInline(found.label, this.options, this.within + 1))
      this.items.push({ node: addMarks(node, mark) });
    this.at = found.end;
    return true;
  }

  /** In the middle of a line there is only room for what a picture says. */
  private picture(): boolean {
    const found = bracketed(this.source, this.at + 1);
    if (!found) return false;
    this.text += found.label.replace(/\\(?=[[\]\\])/g, "");
    this.at = found.end;
    return true;
  }

  private mergeTag(): boolean {
    if (!this.options.mergeTags) return false;
    const whole = /^\{\{[^{}\n]{1,200}\}\}/.exec(this.source.slice(this.at, this.at + 210))?.[0];
    const [part] = whole ? mergeParts(whole) : [];
    if (!whole || !part || !("name" in part)) return false;
    const attrs = { name: part.name, fallback: cleanFallback(part.fallback) };
    return this.push({ type: "mergeTag", attrs }, this.at + whole.length);
  }

  private sides(length: number): { canOpen: boolean; canClose: boolean } {
    const before = this.source[this.at - 1] ?? " ";
    const after = this.source[this.at + length] ?? " ";
    return { canOpen: /\S/.test(after), canClose: /\S/.test(before) };
  }

  private toggle(mark: string, signs: string): void {
    const { canOpen, canClose } = this.sides(signs.length);
    this.at += signs.length;
    if (canClose && this.isOpen(mark)) this.close(mark);
    else if (canOpen && !this.isOpen(mark)) this.begin(mark, signs);
    else this.text += signs;
  }

  /** A run of stars may end and begin several marks; an underscore within a word is part of it. */
  private emphasis(sign: string): void {
    const run = /^(\*+|_+)/.exec(this.source.slice(this.at))?.[0].length ?? 1;
    const sides = this.sides(run);
    const isInWord =
      sign === "_" &&
      /\w/.test(this.source[this.at - 1] ?? "") &&
      /\w/.test(this.source[this.at + run] ?? "");
    if (isInWord || run > 6) return this.take(run);
    this.at += run;
    let left = run;
    while (left > 0) {
      const used = this.oneEmphasis(sign, left, sides);
      if (used === 0) break;
      left -= used;
    }
    this.text += sign.repeat(left);
  }

  private oneEmphasis(sign: string, left: number, sides: { canOpen: boolean; canClose: boolean }): number {
    const top = this.open.findLast(({ mark }) => mark === "bold" || mark === "italic")?.mark;
    const size = top === "bold" ? 2 : 1;
    const wouldNest =
      left === (top === "bold" ? 1 : 2) && sides.canOpen && !this.isOpen(top === "bold" ? "italic" : "bold");
    if (top && sides.canClose && left >= size && !wouldNest) {
      this.close(top);
      return size;
    }
    if (!sides.canOpen) return 0;
    if (left >= 2 && !this.isOpen("bold")) return this.begin("bold", sign.repeat(2));
    return this.isOpen("italic") ? 0 : this.begin("italic", sign);
  }

  private isOpen(mark: string): boolean {
    return this.open.some((opened) => opened.mark === mark);
  }

  private begin(mark: string, signs: string): number {
    this.flush();
    this.open.push({ mark, at: this.items.length });
    this.items.push({ opener: mark, signs });
    return signs.length;
  }

  private close(mark: string): void {
    this.flush();
    const index = this.open.findLastIndex((opened) => opened.mark === mark);
    const opened = this.open[index];
    if (!opened) return;
    this.open.length = index;
    this.items = this.items.flatMap((item, place) => {
      if (place < opened.at) return [item];
      if (place === opened.at) return [{ node: { type: "text", text: "" } }];
      const node = "node" in item ? item.node : { type: "text", text: item.signs };
      return [{ node: addMarks(node, [{ type: mark }]) }];
    });
  }
}

function addMarks(node: TreeNode, marks: TreeMark[]): TreeNode {
  if (node.type === "hardBreak" || marks.length === 0) return node;
  return { ...node, marks: [...(node.marks ?? []), ...marks] };
}

function closingFence(source: string, from: number, length: number): number {
  for (const match of source.slice(from).matchAll(/`+/g))
    if (match[0].length === length) return from + match.index;
  return -1;
}

const longestLabel = 2000;

/** `[label](address)` from the bracket on; brackets within the label come in pairs or escaped. */
function bracketed(source: string, from: number): { label: string; address: string; end: number } | null {
  let depth = 0;
  const last = Math.min(source.length, from + longestLabel);
  for (let at = from; at < last; at++) {
    if (source[at] === "\\") at++;
    else if (source[at] === "[") depth++;
    else if (source[at] === "]" && --depth === 0) {
      const address = /^\((?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))(?:\s+"[^"\n]*")?\)/.exec(
        source.slice(at + 1, at + 1 + longestLabel + 400),
      );
      if (!address) return null;
      return {
        label: source.slice(from + 1, at),
        address: address[1] ?? address[2] ?? "",
        end: at + 1 + address[0].length,
      };
    }
  }
  return null;
}
