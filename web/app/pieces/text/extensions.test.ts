import { getSchema } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import { describe, expect, test } from "vitest";
import { markNames, nodeKinds, type Tree } from "../../../../worker/pieces/pure/tree";
import { canonicalTree } from "./canonical";
import { schemaExtensions } from "./extensions";

const plain = getSchema(schemaExtensions({ mergeTags: false }));
const mail = getSchema(schemaExtensions({ mergeTags: true }));

describe("the editor can make what may be stored, and nothing else", () => {
  test("its nodes and marks are those of the list", () => {
    expect(Object.keys(mail.nodes).toSorted()).toEqual(["doc", ...Object.keys(nodeKinds)].toSorted());
    expect(Object.keys(mail.marks).toSorted()).toEqual([...markNames].toSorted());
  });

  test("merge tags are for emails alone", () => {
    expect(Object.keys(plain.nodes)).not.toContain("mergeTag");
  });

  test("a node has no attribute that would be thrown away", () => {
    const attributes = Object.entries({ ...mail.nodes, ...mail.marks })
      .map(([name, { spec }]) => [name, Object.keys(spec.attrs ?? {})] as const)
      .filter(([, names]) => names.length > 0);
    expect(Object.fromEntries(attributes)).toEqual({
      heading: ["level"],
      orderedList: ["start"],
      image: ["src", "alt"],
      mergeTag: ["name", "fallback"],
      link: ["href"],
    });
  });
});

const text = (words: string, ...marks: string[]) => ({
  type: "text",
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const link = { type: "link", attrs: { href: "https://example.com/" } };
const stored: Tree = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 3 }, content: [text("Water")] },
    { type: "paragraph" },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Filter it", marks: [link, { type: "bold" }, { type: "underline" }] },
        { type: "hardBreak" },
        text("once", "code"),
        { type: "mergeTag", attrs: { name: "lead.first_name", fallback: "there" } },
      ],
    },
    {
      type: "orderedList",
      attrs: { start: 3 },
      content: [
        {
          type: "listItem",
          content: [
            { type: "paragraph", content: [text("Wait", "italic", "strike")] },
            { type: "blockquote", content: [{ type: "paragraph", content: [text("An hour.")] }] },
          ],
        },
      ],
    },
    { type: "codeBlock", content: [text("brew()")] },
    { type: "horizontalRule" },
    { type: "image", attrs: { src: "https://example.com/jug.jpg", alt: "A jug" } },
  ],
};

test("what is stored goes through the editor and comes back the same, letter for letter", () => {
  const node = Node.fromJSON(mail, stored);
  node.check();
  expect(JSON.stringify(canonicalTree(node.toJSON()))).toBe(JSON.stringify(stored));
});

test("what the schema has beyond the list does not reach the store", () => {
  const odd = {
    type: "doc",
    content: [
      { type: "heading", attrs: { level: 1, textAlign: "center" }, content: [text("Title")] },
      { type: "video", attrs: { src: "https://example.com/a.mp4" } },
    ],
  };
  expect(canonicalTree(odd)).toEqual({
    type: "doc",
    content: [{ type: "heading", attrs: { level: 2 }, content: [text("Title")] }],
  });
});
