import { HtmlValidate } from "html-validate/browser";
import { describe, expect, it } from "vitest";
import type { Field } from "../pure/form";
import { createPublishedForm } from "../../test/published-form";
import { anybody } from "../../test/world";

const attack = `"><img src=x onerror=alert(1)></title><script>alert(2)</script>`;

const everything: Field[] = [
  {
    key: "name",
    type: "short_text",
    label: "Your name",
    isRequired: true,
    mapsTo: "lead.name",
    canPrefill: true,
  },
  { key: "email", type: "email", label: "Email", isRequired: true, mapsTo: "lead.email", canPrefill: true },
  { key: "phone", type: "phone", label: "Phone" },
  { key: "site", type: "url", label: "Website" },
  { key: "count", type: "number", label: "How many", rules: { isWhole: true, min: 1 } },
  { key: "day", type: "date", label: "Which day", rules: { earliest: "2030-01-01" } },
  {
    key: "roast",
    type: "single_choice",
    label: "Roast",
    isRequired: true,
    options: [
      { value: "dark", label: "Dark" },
      { value: "light", label: "Light" },
    ],
  },
  {
    key: "extras",
    type: "multiple_choice",
    label: "Extras",
    options: [
      { value: "mug", label: "A mug" },
      { value: "bag", label: "A bag" },
    ],
  },
  { key: "size", type: "dropdown", label: "Size", options: [{ value: "s", label: "Small" }] },
  { key: "stars", type: "rating", label: "How was it" },
  { key: "likely", type: "scale", label: "How likely", rules: { lowLabel: "Not at all", highLabel: "Very" } },
  { key: "again", type: "yes_no", label: "Again?" },
  { key: "place", type: "address", label: "Where to" },
  { key: "land", type: "country", label: "Country" },
  { key: "note", type: "statement", label: "We answer within a day." },
  { key: "words", type: "long_text", label: "Anything else", help: "See https://northwind.example/faq." },
  { key: "plan", type: "file", label: "A plan", rules: { fileTypes: ["pdf"] } },
  { key: "origin", type: "hidden", label: "Origin", canPrefill: true, rules: { defaultValue: "site" } },
  { key: "agree", type: "consent", label: "I agree to https://northwind.example/privacy", isRequired: true },
];

describe("a form's own page", () => {
  it("is valid HTML without a line of script, with labels, keyboards and memory for every question", async () => {
    const { id } = await createPublishedForm({ fields: everything });
    const { status, body, headers } = await anybody.get(`/f/${id}`);
    expect(status).toBe(200);
    expect(await faultsOf(body)).toEqual([]);
    expect(body).not.toContain("<script");
    expect(body).toContain('type="email" inputmode="email" autocomplete="email"');
    expect(body).toContain('type="tel" inputmode="tel" autocomplete="tel"');
    expect(body).toContain('autocomplete="postal-code"');
    expect(body).toContain('enctype="multipart/form-data"');
    expect(body).toContain('href="https://northwind.example/privacy"');
    expect(headers.get("content-security-policy")).not.toContain("script-src");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(headers.get("set-cookie")).toBeNull();
  });

  it("XSS-07 shows markup in labels, options, help, titles and prefilled values as the text it is", async () => {
    const { id } = await createPublishedForm({
      title: attack,
      description: attack,
      fields: [
        {
          key: "name",
          type: "short_text",
          label: attack,
          help: attack,
          placeholder: attack,
          canPrefill: true,
        },
        { key: "pick", type: "dropdown", label: attack, options: [{ value: attack, label: attack }] },
      ],
    });
    const { body } = await anybody.get(
      `/f/${id}?name=${encodeURIComponent(attack)}&lang=${encodeURIComponent(attack)}&utm_source=${encodeURIComponent(attack)}`,
    );
    expect(body).not.toMatch(/<img|<script|onerror=alert\(1\)>/);
    expect(await faultsOf(body)).toEqual([]);
  });

  it("fills in from its address only what the owner allows", async () => {
    const { id } = await createPublishedForm({
      fields: [
        { key: "email", type: "email", label: "Email", canPrefill: true },
        { key: "secret", type: "short_text", label: "Secret" },
      ],
    });
    const { body } = await anybody.get(`/f/${id}?email=ada%40example.com&secret=taken&_id=mine`);
    expect(body).toContain('value="ada@example.com"');
    expect(body).not.toContain("taken");
    expect(body).not.toContain('value="mine"');
  });

  it("names every page and every answer anew, so that two visitors are never one", async () => {
    const { id } = await createPublishedForm();
    const [one, other] = await Promise.all([anybody.get(`/f/${id}`), anybody.get(`/f/${id}`)]);
    const nameIn = (html: string) => /name="_id" value="(\w{32})"/.exec(html)?.[1];
    expect(nameIn(one.body)).toBeDefined();
    expect(nameIn(one.body)).not.toBe(nameIn(other.body));
  });

  it("FRAME-01 is framed by nobody but the pages its owner names", async () => {
    const open = await createPublishedForm();
    const limited = await createPublishedForm({ settings: { allowedDomains: ["northwind.example"] } });
    const ancestors = async (id: string, path = "") =>
      /frame-ancestors ([^;]+)/.exec(
        (await anybody.get(`/f/${id}${path}`)).headers.get("content-security-policy") ?? "",
      )?.[1];
    expect(await ancestors(open.id)).toBe("*");
    for (const path of ["", "?frame=1", "/thanks"])
      expect(await ancestors(limited.id, path)).toBe("'self' northwind.example *.northwind.example");
    expect(await ancestors("frm_00000000000000000000000000")).toBe("*");
  });

  it("speaks the language that is asked for, and the direction that goes with it", async () => {
    const { id } = await createPublishedForm({
      title: "Ask us",
      translations: { ar: { title: "اسألنا" }, de: { title: "Frag uns" } },
    });
    expect((await anybody.get(`/f/${id}?lang=ar`)).body).toMatch(/<html lang="ar" dir="rtl">[\s\S]*اسألنا/);
    expect((await anybody.get(`/f/${id}`, { "accept-language": "fr;q=0.9, de-AT" })).body).toContain(
      "Frag uns",
    );
    expect((await anybody.get(`/f/${id}?lang=xx`)).body).toContain("Ask us");
  });

  it("asks on conditions with the element on top, and insists on nothing that may not apply", async () => {
    const { id } = await createPublishedForm({
      fields: [
        { key: "more", type: "yes_no", label: "More?" },
        {
          key: "what",
          type: "short_text",
          label: "What",
          isRequired: true,
          visibleWhen: { field: "more", operator: "is_true" },
        },
      ],
    });
    const { body, headers } = await anybody.get(`/f/${id}`);
    expect(body).toContain(`<trb-form form="${id}"`);
    expect(body).not.toMatch(/name="what"[^>]* required/);
    expect(body).toContain("Only if “More?” is: Yes.");
    expect(headers.get("content-security-policy")).toContain("script-src 'self'; connect-src 'self'");
  });
});

describe("instead of a form", () => {
  it("an unknown address, a closed form and one that is not open yet each say so", async () => {
    const closed = await createPublishedForm({
      settings: { closesAt: "2020-01-01T00:00:00Z", closedMessage: "We are full up." },
    });
    const early = await createPublishedForm({ settings: { opensAt: "2090-01-01T00:00:00Z" } });
    const pages = await Promise.all(
      [`/f/frm_nope`, `/f/${closed.id}`, `/f/${early.id}`].map((path) => anybody.get(path)),
    );
    expect(pages.map(({ status }) => status)).toEqual([404, 410, 200]);
    expect(pages[1]?.body).toContain("We are full up.");
    for (const { body } of pages) expect([body.includes("<form"), await faultsOf(body)]).toEqual([false, []]);
  });

  it("REDIR-01 thanks leads nowhere by itself, whatever the address says", async () => {
    const { id } = await createPublishedForm({
      endings: [
        {
          key: "bye",
          kind: "message",
          title: "Thank you",
          buttonLabel: "Read on",
          url: "https://northwind.example/guide",
        },
      ],
    });
    for (const query of [
      "?e=bye",
      "?e=https://evil.example",
      "?next=//evil.example&url=javascript:alert(1)",
    ]) {
      const { status, body, headers } = await anybody.get(`/f/${id}/thanks${query}`);
      expect([status, headers.get("location")]).toEqual([200, null]);
      expect(body).toContain('href="https://northwind.example/guide"');
      expect(body).not.toContain("evil");
    }
  });
});

describe("what the element draws a form from", () => {
  it("is the form in one language: its rules and its markup, without what only its owner is to know", async () => {
    const { id } = await createPublishedForm({
      fields: everything,
      translations: { de: { title: "Frag uns" } },
    });
    const { status, body, headers } = await anybody.get(`/f/${id}/definition?lang=de`);
    expect([status, body.language, body.definition.title, body.direction]).toEqual([
      200,
      "de",
      "Frag uns",
      "ltr",
    ]);
    expect(JSON.stringify(body)).not.toMatch(/mapsTo|translations|lead\.email/);
    expect([
      headers.get("access-control-allow-origin"),
      headers.get("access-control-allow-credentials"),
    ]).toEqual(["*", null]);
  });

  it("CORS-03 is for the pages its owner names, and others are told why", async () => {
    const { id } = await createPublishedForm({ settings: { allowedDomains: ["northwind.example"] } });
    const from = (origin: string) => anybody.get(`/f/${id}/definition`, { origin });
    for (const origin of ["https://northwind.example", "https://shop.northwind.example", "http://localhost"])
      expect((await from(origin)).status).toBe(200);
    for (const origin of [
      "https://evil.example",
      "https://northwind.example.evil.example",
      "https://evilnorthwind.example",
      "null",
    ]) {
      const { status, body } = await from(origin);
      expect([status, body.code]).toEqual([403, "origin_not_allowed"]);
      expect(body.detail).toContain("northwind.example");
      expect(body.blocks).toBeUndefined();
    }
  });
});

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    "no-trailing-whitespace": "off",
    "long-title": "off",
    "no-inline-style": "error",
    "attr-quotes": "off",
    "doctype-style": "off",
    "void-style": "off",
  },
});

async function faultsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (${line})`),
  );
}
