import { mergeAttributes, Node } from "@tiptap/core";
import { cleanFallback, isMergeName, mergeTagText } from "../../../../worker/pieces/pure/merge";
import { mergeTagName } from "./merge-words";

/** What an email says about whoever gets it: one sign that cannot be half deleted. */
export const MergeTag = Node.create({
  name: "mergeTag",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    name: {
      default: "lead.first_name",
      parseHTML: (element) => element.getAttribute("data-merge"),
      renderHTML: ({ name }) => ({ "data-merge": name }),
    },
    fallback: {
      default: "",
      parseHTML: (element) => cleanFallback(element.getAttribute("data-fallback")),
      renderHTML: ({ fallback }) => ({ "data-fallback": fallback }),
    },
  }),
  parseHTML: () => [
    {
      tag: "span[data-merge]",
      getAttrs: (element) => (isMergeName(element.getAttribute("data-merge")) ? null : false),
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    "span",
    mergeAttributes(HTMLAttributes, { class: "merge-tag", title: titleOf(node.attrs["fallback"]) }),
    isMergeName(node.attrs["name"]) ? mergeTagName(node.attrs["name"]) : "",
  ],
  renderText: ({ node }) => mergeTagText(node.attrs["name"], node.attrs["fallback"]),
});

function titleOf(fallback: unknown): string {
  const instead = cleanFallback(fallback);
  return instead ? `“${instead}” where it is not known` : "Left out where it is not known";
}
