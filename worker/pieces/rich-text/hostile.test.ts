import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markNames, nodeKinds } from "../pure/tree";
import { renderHtml, renderMarkdown, richTextFromMarkdown, richTextShape } from "./index";

const evil = fc.constantFrom(
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  'https://a.test/" onmouseover="x',
  "https://a.test/'><svg onload=x>",
  "{{constructor}}",
  "\u2028</script>",
  "--><!--",
);
const value = fc.oneof(
  evil,
  fc.string(),
  fc.webUrl(),
  fc.integer(),
  fc.constant(null),
  fc.constant({ toString: "x" }),
);
const attrs = fc.dictionary(
  fc.constantFrom("href", "src", "alt", "level", "start", "onclick", "style", "name", "target"),
  value,
);
const mark = fc.record({ type: fc.constantFrom(...markNames), attrs });
const names = Object.keys(nodeKinds);

const { node } = fc.letrec<{ node: object }>((tie) => ({
  node: fc.record(
    {
      type: fc.constantFrom(...names),
      attrs,
      text: fc.oneof(evil, fc.string()),
      marks: fc.array(mark, { maxLength: 3 }),
      content: fc.array(tie("node"), { maxLength: 3 }),
    },
    { requiredKeys: ["type"] },
  ),
}));

/** Which elements and attributes a browser finds, read by the runtime's own parser. */
async function elementsOf(html: string): Promise<{ name: string; attributes: [string, string][] }[]> {
  const seen: { name: string; attributes: [string, string][] }[] = [];
  const rewriter = new HTMLRewriter().on("*", {
    element({ tagName, attributes }) {
      seen.push({ name: tagName, attributes: [...attributes].map(([name = "", text = ""]) => [name, text]) });
    },
  });
  await rewriter.transform(new Response(html)).text();
  return seen;
}

const elements = new Set("p h2 h3 h4 ul ol li blockquote pre code hr br img a strong em s u".split(" "));
const attributes = new Set(["href", "rel", "src", "alt", "loading", "start"]);

async function expectHarmless(html: string): Promise<void> {
  for (const { name, attributes: found } of await elementsOf(html)) {
    expect(elements).toContain(name);
    for (const [attribute, text] of found) {
      expect(attributes).toContain(attribute);
      if (attribute === "href" || attribute === "src") expect(text).toMatch(/^(?:https?:\/\/|mailto:|tel:)/);
    }
  }
}

describe("XSS-01 a tree of anything at all", () => {
  it("is refused, or written as HTML of known elements, known attributes and addresses that run nothing", async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(node, { minLength: 1, maxLength: 3 }), async (content) => {
        const parsed = richTextShape.safeParse({ type: "doc", content });
        if (!parsed.success) return;
        kept++;
        await expectHarmless(renderHtml(parsed.data));
        await expectHarmless(renderHtml(richTextFromMarkdown(renderMarkdown(parsed.data))));
      }),
      { numRuns: 1500, seed: 5 },
    );
    expect(kept).toBeGreaterThan(100);
  });

  it("XSS-06 stays harmless as Markdown from a model, whatever that holds and wherever it is cut", async () => {
    const piece = fc.oneof(
      evil,
      fc.constantFrom("# ", "[a](", ")", "![b](", "> ", "```", "**", "\n\n", "<scr", "ipt>", "`"),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        await expectHarmless(renderHtml(richTextFromMarkdown(pieces.join(""))));
      }),
      { numRuns: 1500, seed: 6 },
    );
  });
});
