import { textAttr, type Tree, type TreeNode, childrenOf, levelOf, startOf } from "../pure/tree";
import { safeImage } from "../pure/links";
import { escapeMarkdown, inlineMarkdown } from "./markdown-inline";

/** A tree in CommonMark, with `++` for underline and `{{…}}` for merge tags; `richTextFromMarkdown` reads it back. */
export function renderMarkdown(tree: Tree): string {
  return blocks(childrenOf(tree));
}

function blocks(nodes: TreeNode[]): string {
  const parts: string[] = [];
  let alternate = false;
  for (const [index, node] of nodes.entries()) {
    // Two lists of a kind in a row stay two by another sign.
    alternate = node.type === nodes[index - 1]?.type && !alternate;
    parts.push(block(node, alternate));
  }
  return parts.filter((part) => part !== "").join("\n\n");
}

function block(node: TreeNode, alternate: boolean): string {
  switch (node.type) {
    case "paragraph":
      return escapeLineStarts(inlineMarkdown(childrenOf(node)));
    case "heading":
      return `${"#".repeat(levelOf(node))} ${inlineMarkdown(childrenOf(node)).replaceAll("\\\n", " ")}`.trimEnd();
    case "bulletList":
      return list(node, () => (alternate ? "*" : "-"));
    case "orderedList":
      return list(node, (index) => `${startOf(node) + index}${alternate ? ")" : "."}`);
    case "blockquote":
      return indent(blocks(childrenOf(node)), "> ", "> ").replace(/^> $/gm, ">");
    case "codeBlock":
      return fenced(
        childrenOf(node)
          .map(({ text = "" }) => text)
          .join(""),
      );
    case "horizontalRule":
      return "---";
    case "image": {
      const src = safeImage(node.attrs?.["src"]);
      return src === null ? "" : `![${escapeMarkdown(textAttr(node, "alt"))}](<${src}>)`;
    }
    default:
      return "";
  }
}

function list(node: TreeNode, marker: (index: number) => string): string {
  return childrenOf(node)
    .map((item, index) => {
      const sign = `${marker(index)} `;
      return indent(itemText(item), sign, " ".repeat(sign.length)).trimEnd();
    })
    .join("\n");
}

/** A nested list follows its line at once, where it would be read as one; anything else after a blank line. */
function itemText(item: TreeNode): string {
  const [first, second, ...rest] = childrenOf(item);
  if (!first) return "";
  const line = blocks([first]);
  if (!second) return line;
  const isList = second.type === "bulletList" || (second.type === "orderedList" && startOf(second) === 1);
  const isTight = line !== "" && rest.length === 0 && isList;
  return `${line}${isTight ? "\n" : "\n\n"}${blocks([second, ...rest])}`;
}

function indent(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, index) =>
      index === 0 ? first + line : line === "" && others.trim() === "" ? "" : others + line,
    )
    .join("\n");
}

function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return text === "" ? `${fence}\n${fence}` : `${fence}\n${text}\n${fence}`;
}

/** What would begin a heading, a list, a quote or a rule is text here. */
function escapeLineStarts(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      line
        .replace(/^(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-{2,}|=)/, "\\$1")
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2"),
    )
    .join("\n");
}
