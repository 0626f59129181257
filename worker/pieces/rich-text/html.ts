import { safeImage, safeLink } from "../pure/links";
import { isMergeName, mergeTagText, mergeValue, type MergeValues } from "../pure/merge";
import {
  childrenOf,
  levelOf,
  startOf,
  textAttr,
  type Tree,
  type TreeMark,
  type TreeNode,
} from "../pure/tree";

export type HtmlOptions = {
  /** Of whoever gets the email; without them a tag shows itself. */
  values?: MergeValues;
  /** On pages that anybody reads. */
  rel?: string;
};

/** Writes only what it knows: whatever else a tree may hold leaves no trace (XSS-01). */
export function renderHtml(tree: Tree, options: HtmlOptions = {}): string {
  return childrenOf(tree)
    .map((node) => block(node, options))
    .join("\n");
}

function block(node: TreeNode, options: HtmlOptions): string {
  switch (node.type) {
    case "paragraph":
      return `<p>${inline(node, options)}</p>`;
    case "heading":
      return `<h${levelOf(node)}>${inline(node, options)}</h${levelOf(node)}>`;
    case "bulletList":
      return `<ul>${blocks(node, options)}</ul>`;
    case "orderedList":
      return `<ol${startOf(node) === 1 ? "" : ` start="${startOf(node)}"`}>${blocks(node, options)}</ol>`;
    case "listItem":
      return `<li>${listItem(node, options)}</li>`;
    case "blockquote":
      return `<blockquote>${blocks(node, options)}</blockquote>`;
    case "codeBlock":
      return `<pre><code>${childrenOf(node)
        .map(({ text = "" }) => escapeHtml(text))
        .join("")}</code></pre>`;
    case "horizontalRule":
      return "<hr>";
    case "image":
      return image(node);
    default:
      return "";
  }
}

function blocks(node: TreeNode, options: HtmlOptions): string {
  return childrenOf(node)
    .map((child) => block(child, options))
    .join("");
}

/** An item of one paragraph is a plain line. */
function listItem(node: TreeNode, options: HtmlOptions): string {
  const [first, ...rest] = childrenOf(node);
  if (first?.type !== "paragraph") return blocks(node, options);
  return inline(first, options) + rest.map((child) => block(child, options)).join("");
}

function inline(node: TreeNode, options: HtmlOptions): string {
  return childrenOf(node)
    .map((child) => marked(leaf(child, options), child.marks ?? [], options))
    .join("");
}

function leaf(node: TreeNode, { values }: HtmlOptions): string {
  if (node.type === "text") return escapeHtml(node.text ?? "");
  if (node.type === "hardBreak") return "<br>";
  const name = node.attrs?.["name"];
  if (node.type !== "mergeTag" || !isMergeName(name)) return "";
  const fallback = textAttr(node, "fallback");
  return escapeHtml(values ? mergeValue(values, name, fallback) : mergeTagText(name, fallback));
}

const elements: Record<string, string> = {
  bold: "strong",
  italic: "em",
  strike: "s",
  underline: "u",
  code: "code",
};

function marked(html: string, marks: TreeMark[], options: HtmlOptions): string {
  return marks.reduceRight((inner, mark) => {
    if (mark.type === "link") return link(inner, mark, options);
    const element = Object.hasOwn(elements, mark.type) ? elements[mark.type] : undefined;
    return element ? `<${element}>${inner}</${element}>` : inner;
  }, html);
}

function link(
  inner: string,
  mark: TreeMark,
  { rel = "noopener noreferrer nofollow ugc" }: HtmlOptions,
): string {
  const href = safeLink(mark.attrs?.["href"]);
  return href === null ? inner : `<a href="${escapeHtml(href)}" rel="${escapeHtml(rel)}">${inner}</a>`;
}

function image(node: TreeNode): string {
  const src = safeImage(node.attrs?.["src"]);
  return src === null
    ? ""
    : `<p><img src="${escapeHtml(src)}" alt="${escapeHtml(textAttr(node, "alt"))}" loading="lazy"></p>`;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? "");
}
