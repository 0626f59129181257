import { describe, expect, test } from "vitest";
import type { OpenForm } from "../../../../worker/forms/pure/markup";
import { wordsIn } from "../../../../worker/forms/pure/words";
import { plainHtml } from "./plain-html";
import { type Embedded, elementSnippet, scriptTag } from "./snippets";

const embedded: Embedded = {
  origin: "https://app.example",
  formId: "frm_1",
  title: `Ask "us" <b>now</b>`,
  mode: "inline",
  height: 420,
  release: null,
  opens: "click",
};

describe("what is pasted into a page", () => {
  test("inline keeps its place free and leads to the form without script", () => {
    expect(elementSnippet(embedded)).toBe(
      [
        '<script async src="https://app.example/embed/v1.js"></script>',
        '<trb-form form="frm_1">',
        '  <a href="https://app.example/f/frm_1">Ask &#34;us&#34; &#60;b&#62;now&#60;/b&#62;</a>',
        '  <svg width="1" height="420" display="block"></svg>',
        "</trb-form>",
      ].join("\n"),
    );
  });

  test("a popup opens by its link, and by itself only where its owner says so", () => {
    expect(elementSnippet({ ...embedded, mode: "popup" })).toContain('<trb-form form="frm_1" mode="popup">');
    expect(elementSnippet({ ...embedded, mode: "slide", opens: "after:10" })).toContain(
      'mode="slide" opens="after:10"',
    );
  });

  test("a pinned version carries its hash", () => {
    const tag = scriptTag("https://app.example", { version: "1.0.0", integrity: "sha384-abc" });
    expect(tag).toContain(
      'src="https://app.example/embed/1.0.0.js" integrity="sha384-abc" crossorigin="anonymous"',
    );
  });

  test("plain HTML has every question, when it applies, and nothing of our look", () => {
    const form = {
      id: "frm_1",
      hostedUrl: "https://app.example/f/frm_1",
      words: wordsIn("en"),
      definition: {
        title: "Ask us",
        fields: [
          { key: "name", type: "short_text", label: "<Name>", isRequired: true },
          {
            key: "cafe",
            type: "short_text",
            label: "Café",
            visibleWhen: { field: "name", operator: "equals", value: "Ada" },
          },
        ],
      },
    } as unknown as OpenForm; // safe: as much of it as is read
    expect(plainHtml(form)).toBe(
      [
        '<form method="post" action="https://app.example/f/frm_1/submissions" id="frm_1">',
        '  <h2 id="trb-title">Ask us</h2>',
        '  <label for="trb-name">&#60;Name&#62;</label>',
        '  <input id="trb-name" name="name" required aria-required="true" type="text" maxlength="300">',
        '  <label for="trb-cafe">Café<span> optional</span></label>',
        '  <p id="trb-cafe-help">Only if “&#60;Name&#62;” is: Ada.</p>',
        '  <input id="trb-cafe" name="cafe" type="text" maxlength="300">',
        '  <button type="submit">Send</button>',
        '  <div hidden><label>Website <input name="_website" tabindex="-1" autocomplete="off"></label></div>',
        "</form>",
      ].join("\n"),
    );
  });
});
