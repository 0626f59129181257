import { Extension } from "@tiptap/core";
import { DOMParser, type ParseOptions, type Schema, type Slice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";

/**
 * Word and Google Docs wrap what is copied in their own dress: lists that are paragraphs with a bullet typed in, bold that
 * means normal, styles instead of marks. The schema keeps out what it does not know; this puts right what it would misread.
 */
export const CleanPaste = Extension.create({
  name: "cleanPaste",
  addProseMirrorPlugins() {
    const clipboardParser = new CleaningParser(this.editor.schema);
    return [new Plugin({ props: { clipboardParser, transformPastedHTML: withoutOffice } })];
  },
});

/** Works on what the editor has parsed already: nothing here makes elements of somebody's text. */
class CleaningParser extends DOMParser {
  constructor(schema: Schema) {
    super(schema, DOMParser.fromSchema(schema).rules);
  }

  override parseSlice(dom: Node, options?: ParseOptions): Slice {
    if (isParent(dom)) clean(dom);
    return super.parseSlice(dom, options);
  }
}

/** A document that is nowhere on the page has elements of its own kind. */
function isParent(dom: Node): dom is HTMLElement {
  return dom.nodeType === 1 || dom.nodeType === 11;
}

function withoutOffice(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(style|script|title)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<\/?(?:o|w|m|v):[^>]*>/gi, "");
}

function clean(dom: HTMLElement): void {
  // Google Docs puts everything into one <b> that is not bold.
  for (const wrapper of dom.querySelectorAll("b[id^='docs-internal-guid'], b[style*='font-weight:normal']"))
    unwrap(wrapper);
  listsFromWord(dom);
  for (const span of dom.querySelectorAll("span[style]")) styledAsMarks(span);
}

function unwrap(wrapper: Node): void {
  while (wrapper.firstChild) wrapper.parentNode?.insertBefore(wrapper.firstChild, wrapper);
  wrapper.parentNode?.removeChild(wrapper);
}

function moveChildren(from: Node, to: Node): void {
  while (from.firstChild) to.appendChild(from.firstChild);
}

const marks: [RegExp, string][] = [
  [/font-weight:\s*(?:bold|[6-9]00)/i, "strong"],
  [/font-style:\s*italic/i, "em"],
  [/text-decoration[^;]*:\s*[^;]*line-through/i, "s"],
  [/text-decoration[^;]*:\s*[^;]*underline/i, "u"],
];

function styledAsMarks(span: Element): void {
  const style = span.getAttribute("style") ?? "";
  const isLink = span.closest("a") !== null || span.querySelector("a") !== null;
  for (const [rule, name] of marks) {
    if (!rule.test(style) || (name === "u" && isLink)) continue;
    const mark = span.ownerDocument.createElement(name);
    moveChildren(span, mark);
    span.appendChild(mark);
  }
}

/** Word's lists are paragraphs that only say so in their style; neighbours become one list. */
function listsFromWord(dom: HTMLElement): void {
  for (const item of dom.querySelectorAll("p[class*='MsoListParagraph'], p[style*='mso-list']")) {
    const name = /^\s*(?:\d+|[a-z])[.)]/i.test(item.textContent ?? "") ? "OL" : "UL";
    const before = item.previousElementSibling;
    const list: Node = before?.tagName === name ? before : item.ownerDocument.createElement(name);
    if (list !== before) item.parentNode?.insertBefore(list, item);
    const line = item.ownerDocument.createElement("li");
    moveChildren(item, line);
    trimBullet(line);
    list.appendChild(line);
    item.parentNode?.removeChild(item);
  }
}

const bulletAlone = /^[\s\u00a0]*(?:[·•o§▪–-]|\d+[.)]|[a-z][.)])?[\s\u00a0]*$/i;
const bulletBefore = /^[\s\u00a0]*(?:(?:[·•§▪]|\d+[.)])[\s\u00a0]+)?/;

function trimBullet(line: HTMLElement): void {
  const walker = line.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent ?? "";
    const isAlone = bulletAlone.test(text);
    walker.currentNode.textContent = isAlone ? "" : text.replace(bulletBefore, "");
    if (!isAlone) return;
  }
}
