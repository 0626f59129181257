import { describe, expect, it } from "vitest";
import { renderMail } from "./layout";

const content = {
  heading: "Confirm your address",
  paragraphs: ["Welcome to Tributary.", "One click, and you can start."],
  action: { label: "Confirm address", url: "https://app.tributary.example/verify?token=a&next=/" },
  footer: "You get this mail because you signed up.",
};

describe("the layout of mails", () => {
  it("says the same in plain text as in HTML", () => {
    const { html, text } = renderMail(content);
    for (const words of [content.heading, ...content.paragraphs, content.action.label, content.footer]) {
      expect(text).toContain(words);
      expect(html).toContain(words);
    }
    expect(text).toContain("Confirm address:\nhttps://app.tributary.example/verify?token=a&next=/\n");
    expect(html).toContain('href="https://app.tributary.example/verify?token=a&amp;next=/"');
  });

  it("XSS-02 takes everything as text", async () => {
    const attack = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;
    const { html } = renderMail({
      heading: attack,
      paragraphs: [attack],
      action: { label: attack, url: `https://example.com/?q=${attack}` },
      footer: attack,
      brand: attack,
      lang: attack,
    });
    const found: string[] = [];
    const rewriter = new HTMLRewriter()
      .on("script,img", { element: (element) => void found.push(element.tagName) })
      .on("*", {
        element: (e) =>
          void found.push(...[...e.attributes].map(([name = ""]) => name).filter((n) => n.startsWith("on"))),
      });
    await rewriter.transform(new Response(html)).text();
    expect(found).toEqual([]);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "//example.com", "java\nscript:alert(1)", ""])(
    "XSS-03 has no button that leads to %j",
    (url) => expect(() => renderMail({ ...content, action: { label: "Go", url } })).toThrow(TypeError),
  );

  it("lets each block follow the direction of its own words, and keeps lines apart", () => {
    const { html } = renderMail({
      ...content,
      heading: "أكّد عنوانك",
      paragraphs: ["eins\nzwei"],
      lang: "ar",
    });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html.match(/dir="auto"/g)?.length).toBeGreaterThanOrEqual(5);
    expect(html).toContain("eins<br>zwei");
  });

  it("does without a button where there is nothing to do", () => {
    const { html, text } = renderMail({ ...content, action: undefined });
    expect(html).not.toContain("<a ");
    expect(text).not.toContain("http");
  });
});
