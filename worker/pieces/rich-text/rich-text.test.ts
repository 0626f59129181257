import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TreeMark, TreeNode } from "../pure/tree";
import {
  cleanTree,
  plainText,
  renderHtml,
  renderMarkdown,
  richTextFromMarkdown,
  richTextShape,
} from "./index";

const word = fc.stringMatching(/^[A-Za-zäß0-9*_`~+<>#[\]{}!&.\\|=-]{1,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(" "));
const marks: fc.Arbitrary<TreeMark[]> = fc.oneof(
  fc.constant<TreeMark[]>([{ type: "code" }]),
  fc.constant<TreeMark[]>([{ type: "link", attrs: { href: "https://example.test/a_(b)?c=*d*" } }]),
  fc.subarray(["bold", "italic", "strike", "underline"]).map((names) => names.map((type) => ({ type }))),
);
const textRun = fc
  .record({ text: words, marks })
  .map(({ text, marks }): TreeNode => ({ type: "text", text, ...(marks.length > 0 ? { marks } : {}) }));
/** Runs with a plain space between them, as a writer leaves one between a bold word and the next. */
const inline = fc
  .array(textRun, { minLength: 1, maxLength: 4 })
  .map((runs) => runs.flatMap((run, index) => (index === 0 ? [run] : [{ type: "text", text: " " }, run])));
const paragraph = inline.map((content): TreeNode => ({ type: "paragraph", content }));
const plainBlock = fc.oneof(
  paragraph,
  fc
    .tuple(fc.constantFrom(2, 3, 4), inline)
    .map(([level, content]): TreeNode => ({ type: "heading", attrs: { level }, content })),
  fc
    .stringMatching(/^[a-z`~*\n -]{1,20}$/)
    .map((text): TreeNode => ({ type: "codeBlock", content: [{ type: "text", text }] })),
  fc.constant<TreeNode>({ type: "horizontalRule" }),
  words.map((alt): TreeNode => ({ type: "image", attrs: { src: "https://example.test/i.png", alt } })),
);
const list = (children: fc.Arbitrary<TreeNode>) =>
  fc
    .tuple(
      fc.constantFrom<TreeNode>({ type: "bulletList" }, { type: "orderedList", attrs: { start: 3 } }),
      fc.array(fc.tuple(paragraph, fc.array(children, { maxLength: 2 })), { minLength: 1, maxLength: 3 }),
    )
    .map(([kind, items]): TreeNode => ({
      ...kind,
      content: items.map(([first, more]) => ({ type: "listItem", content: [first, ...more] })),
    }));
const quote = (children: fc.Arbitrary<TreeNode>) =>
  fc
    .array(children, { minLength: 1, maxLength: 3 })
    .map((content): TreeNode => ({ type: "blockquote", content }));
const block = fc.oneof(
  plainBlock,
  list(plainBlock),
  quote(plainBlock),
  list(list(plainBlock)),
  quote(list(plainBlock)),
);
const tree = fc.array(block, { minLength: 1, maxLength: 5 }).map((content) => {
  const cleaned = cleanTree({ content });
  if (!cleaned.ok) throw new Error(cleaned.problem);
  return cleaned.tree;
});

describe("a rich text", () => {
  it("comes back from its Markdown as the same tree", () => {
    fc.assert(
      fc.property(tree, (given) => {
        expect(richTextFromMarkdown(renderMarkdown(given))).toEqual(given);
      }),
      { numRuns: 600, seed: 7 },
    );
  });

  it("read from any Markdown is written and read again without a change", () => {
    const anything = fc.stringMatching(/^[a-c*_`~+<>#[\](){}!.\\|=1\n -]{0,80}$/);
    fc.assert(
      fc.property(anything, (markdown) => {
        const first = richTextFromMarkdown(markdown);
        const second = richTextFromMarkdown(renderMarkdown(first));
        expect(plainText(second).replace(/\s+/g, " ").trim()).toBe(
          plainText(first).replace(/\s+/g, " ").trim(),
        );
        expect(renderMarkdown(richTextFromMarkdown(renderMarkdown(second)))).toBe(renderMarkdown(second));
      }),
      { numRuns: 1500, seed: 11 },
    );
  });

  it("reads what models write", () => {
    const markdown =
      "# Title\n\nSome **bold *and italic*** text with `code`.\n\n1. One\n2. Two\n   - deeper\n\n> quoted\n\n```js\nlet a = 1;\n```\n\n[Shop](https://shop.test/)";
    const { content } = richTextFromMarkdown(markdown);
    expect(content?.map(({ type }) => type)).toEqual([
      "heading",
      "paragraph",
      "orderedList",
      "blockquote",
      "codeBlock",
      "paragraph",
    ]);
    expect(renderHtml(richTextFromMarkdown(markdown))).toBe(
      [
        "<h2>Title</h2>",
        "<p>Some <strong>bold </strong><strong><em>and italic</em></strong> text with <code>code</code>.</p>",
        "<ol><li>One</li><li>Two<ul><li>deeper</li></ul></li></ol>",
        "<blockquote><p>quoted</p></blockquote>",
        "<pre><code>let a = 1;</code></pre>",
        '<p><a href="https://shop.test/" rel="noopener noreferrer nofollow ugc">Shop</a></p>',
      ].join("\n"),
    );
  });

  it("refuses a node or a mark that is not on the list, with its place", () => {
    const refused = (content: unknown[]) =>
      richTextShape.safeParse({ type: "doc", content }).error?.issues[0]?.path;
    expect(refused([{ type: "iframe", attrs: { src: "https://x.test" } }])).toEqual(["content", 0]);
    expect(refused([{ type: "paragraph", content: [{ type: "script", text: "1" }] }])).toEqual([
      "content",
      0,
      "content",
      0,
    ]);
    expect(
      refused([{ type: "paragraph", content: [{ type: "text", text: "a", marks: [{ type: "html" }] }] }]),
    ).toContain("marks");
    expect(refused([{ type: "listItem" }])).toEqual(["content", 0]);
    expect(refused([{ type: "mergeTag", attrs: { name: "lead.name" } }])).toEqual(["content", 0]);
    expect(refused([{ type: "constructor" }])).toEqual(["content", 0]);
  });
});
