/**
 * Word and Google Docs wrap what is copied in their own dress: lists that are paragraphs with a bullet typed in, bold that
 * means normal, comments and styles. The schema keeps out what it does not know; this puts right what it would misread.
 */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(withoutOffice(html), "text/html");
  // Google Docs puts everything into one <b> that is not bold.
  for (const wrapper of page.querySelectorAll("b[id^='docs-internal-guid'], b[style*='font-weight:normal']"))
    unwrap(wrapper);
  for (const span of page.querySelectorAll("span[style]")) styledAsMarks(page, span);
  listsFromWord(page);
  for (const element of page.querySelectorAll("style, script, title, meta, link"))
    element.parentNode?.removeChild(element);
  return page.body.innerHTML;
}

function unwrap(wrapper: Node): void {
  while (wrapper.firstChild) wrapper.parentNode?.insertBefore(wrapper.firstChild, wrapper);
  wrapper.parentNode?.removeChild(wrapper);
}

function moveChildren(from: Node, to: Node): void {
  while (from.firstChild) to.appendChild(from.firstChild);
}

function withoutOffice(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, "").replace(/<\/?(?:o|w|m|v):[^>]*>/gi, "");
}

const marks: [RegExp, string][] = [
  [/font-weight:\s*(?:bold|[6-9]00)/i, "strong"],
  [/font-style:\s*italic/i, "em"],
  [/text-decoration[^;]*:\s*[^;]*line-through/i, "s"],
  [/text-decoration[^;]*:\s*[^;]*underline/i, "u"],
];

function styledAsMarks(page: Document, span: Element): void {
  const style = span.getAttribute("style") ?? "";
  const isLink = span.closest("a") !== null || span.querySelector("a") !== null;
  for (const [rule, name] of marks) {
    if (!rule.test(style) || (name === "u" && isLink)) continue;
    const mark = page.createElement(name);
    moveChildren(span, mark);
    span.appendChild(mark);
  }
}

/** Word's lists are paragraphs that only say so in their style; neighbours become one list. */
function listsFromWord(page: Document): void {
  for (const item of page.querySelectorAll("p[class*='MsoListParagraph'], p[style*='mso-list']")) {
    const isNumbered = /^\s*(?:\d+|[a-z])[.)]/i.test(item.textContent ?? "");
    const name = isNumbered ? "OL" : "UL";
    const before = item.previousElementSibling;
    const list: Node = before?.tagName === name ? before : page.createElement(name);
    if (list !== before) item.parentNode?.insertBefore(list, item);
    const line = page.createElement("li");
    moveChildren(item, line);
    trimBullet(line);
    list.appendChild(line);
    item.parentNode?.removeChild(item);
  }
}

function trimBullet(line: HTMLElement): void {
  const walker = line.ownerDocument.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    text.textContent = (text.textContent ?? "").replace(
      /^[\s\u00a0]*(?:[·•o§▪–-]|\d+[.)]|[a-z][.)])?[\s\u00a0]+/i,
      "",
    );
    if (text.textContent.trim() !== "") return;
  }
}
