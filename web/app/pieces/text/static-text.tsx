import { Children, type ReactNode } from "react";
import { safeLink } from "../../../../worker/pieces/pure/links";
import { isMergeName } from "../../../../worker/pieces/pure/merge";
import {
  childrenOf,
  levelOf,
  startOf,
  textAttr,
  type Tree,
  type TreeMark,
  type TreeNode,
} from "../../../../worker/pieces/pure/tree";
import { mergeTagName } from "./merge-words";
import { PictureCard } from "./picture-card";

/** A text as it stands, made on the server too: what is read before the editor has loaded, and wherever nobody writes. */
export function StaticText({ tree, className }: { tree: Tree; className?: string }) {
  return <div className={`prose ${className ?? ""}`}>{nodes(childrenOf(tree))}</div>;
}

function nodes(children: TreeNode[]): ReactNode {
  return Children.toArray(children.map(node));
}

function node(one: TreeNode): ReactNode {
  const inside = nodes(childrenOf(one));
  switch (one.type) {
    case "paragraph":
      return <p>{childrenOf(one).length > 0 ? inside : <br />}</p>;
    case "heading":
      return heading(levelOf(one), inside);
    case "bulletList":
      return <ul>{inside}</ul>;
    case "orderedList":
      return <ol start={startOf(one)}>{inside}</ol>;
    case "listItem":
      return <li>{inside}</li>;
    case "blockquote":
      return <blockquote>{inside}</blockquote>;
    case "codeBlock":
      return (
        <pre>
          <code>{inside}</code>
        </pre>
      );
    case "horizontalRule":
      return <hr />;
    default:
      return leaf(one);
  }
}

function leaf(one: TreeNode): ReactNode {
  if (one.type === "text") return marked(one.text ?? "", one.marks ?? []);
  if (one.type === "hardBreak") return <br />;
  if (one.type === "image") return <PictureCard src={textAttr(one, "src")} alt={textAttr(one, "alt")} />;
  const name = one.attrs?.["name"];
  if (one.type !== "mergeTag" || !isMergeName(name)) return null;
  return marked(<span className="merge-tag">{mergeTagName(name)}</span>, one.marks ?? []);
}

function heading(level: number, inside: ReactNode): ReactNode {
  if (level === 3) return <h3>{inside}</h3>;
  return level === 4 ? <h4>{inside}</h4> : <h2>{inside}</h2>;
}

const elements = { bold: "strong", italic: "em", strike: "s", underline: "u", code: "code" } as const;

function marked(inside: ReactNode, marks: TreeMark[]): ReactNode {
  return marks.reduceRight<ReactNode>((inner, { type, attrs }) => {
    const href = type === "link" ? safeLink(attrs?.["href"]) : null;
    if (href !== null)
      return (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow">
          {inner}
        </a>
      );
    if (!isElement(type)) return inner;
    const Element = elements[type];
    return <Element>{inner}</Element>;
  }, inside);
}

function isElement(type: string): type is keyof typeof elements {
  return Object.hasOwn(elements, type);
}
