import { describe, expect, it } from "vitest";
import { newsletter, wholesaleEnquiry } from "../../db/seed/form-definitions";
import { Invalid } from "../kernel/errors";
import { assertDefinition } from "./definition-faults";
import { fieldTypes } from "./pure/form";
import { plainTheme } from "./pure/theme";
import { rulesOf } from "./rule-faults";
import { definitionShape } from "./shape";
import { templateFor, templateKeys } from "./templates";
import { languagesWithWords, wordsIn } from "./pure/words";

const thanks = { key: "thanks", kind: "message", title: "Thanks" };
const email = { key: "email", type: "email", label: "Email" };
const rating = { key: "stars", type: "rating", label: "Stars" };
const isSet = (field: string) => ({ field, operator: "is_set" });
const form = (change: object) => ({
  language: "en",
  title: "Form",
  fields: [email],
  endings: [thanks],
  theme: plainTheme,
  ...change,
});
const field = (change: object) => form({ fields: [{ ...email, ...change }] });
const brk = (change: object = {}) => ({ key: "next", type: "page_break", label: "Next", ...change });

/** Where the first faults are; nothing where the form can be kept. */
function faultsOf(definition: unknown): string[] {
  const parsed = definitionShape.safeParse(definition);
  if (!parsed.success) return parsed.error.issues.map(({ path }) => `/${path.join("/")}`);
  try {
    assertDefinition(parsed.data, "");
    return [];
  } catch (error) {
    if (error instanceof Invalid) return error.errors.map(({ pointer }) => pointer);
    throw error;
  }
}

const bad: [string, unknown, string[]][] = [
  ["no ending", form({ endings: [] }), ["/endings"]],
  ["an ending for nobody else", form({ endings: [{ ...thanks, when: isSet("email") }] }), ["/endings"]],
  ["a redirect to nowhere", form({ endings: [{ ...thanks, kind: "redirect" }] }), ["/endings/0/url"]],
  ["a key twice", form({ fields: [email, email] }), ["/fields/1/key"]],
  ["a key that an ending has", form({ fields: [{ ...email, key: "thanks" }] }), ["/endings/0/key"]],
  ["JSON-02 INJ-02 a prototype for a key", field({ key: "__proto__" }), ["/fields/0/key"]],
  ["JSON-02 a constructor for a key", field({ key: "constructor" }), ["/fields/0/key"]],
  ["a key of ours", field({ key: "_website" }), ["/fields/0/key"]],
  ["an unknown type", field({ type: "password" }), ["/fields/0/type"]],
  ["JSON-04 a field that is not documented", field({ onclick: "x" }), ["/fields/0"]],
  ["no label", field({ label: " " }), ["/fields/0/label"]],
  ["a rule of another type", field({ rules: { min: 1 } }), ["/fields/0/rules/min"]],
  ["a rule that is none", field({ rules: { pattern: "(a+)+$" } }), ["/fields/0/rules"]],
  ["the most below the least", field({ type: "number", rules: { min: 3, max: 2 } }), ["/fields/0/rules/max"]],
  [
    "a day that is none",
    field({ type: "date", rules: { earliest: "tomorrow" } }),
    ["/fields/0/rules/earliest"],
  ],
  ["eleven stars", form({ fields: [{ ...rating, rules: { max: 11 } }] }), ["/fields/0/rules/max"]],
  ["no options", field({ type: "dropdown" }), ["/fields/0/options"]],
  ["options where there are none", field({ options: [{ value: "a", label: "A" }] }), ["/fields/0/options"]],
  [
    "an option twice",
    field({
      type: "dropdown",
      options: [
        { value: "a", label: "A" },
        { value: "A", label: "B" },
      ],
    }),
    ["/fields/0/options/1/value"],
  ],
  [
    "a condition about a later field",
    form({ fields: [{ ...email, visibleWhen: isSet("stars") }, rating] }),
    ["/fields/0/visibleWhen/field"],
  ],
  [
    "a condition that does not fit",
    form({
      fields: [rating, { ...email, visibleWhen: { field: "stars", operator: "contains", value: "x" } }],
    }),
    ["/fields/1/visibleWhen/operator"],
  ],
  ["a condition that is none", field({ visibleWhen: { eval: "x" } }), ["/fields/0/visibleWhen"]],
  [
    "a jump back",
    form({ fields: [brk(), email, { ...brk({ key: "b" }), jumps: [{ when: isSet("email"), to: "next" }] }] }),
    ["/fields/2/jumps/0/to"],
  ],
  [
    "a jump of a question",
    field({ jumps: [{ when: isSet("email"), to: "thanks" }] }),
    ["/fields/0/jumps", "/fields/0/jumps/0/when/field"],
  ],
  ["a statement that is required", field({ type: "statement", isRequired: true }), ["/fields/0/type"]],
  ["a hidden field that is required", field({ type: "hidden", isRequired: true }), ["/fields/0/isRequired"]],
  ["an unknown target", field({ mapsTo: "lead.password" }), ["/fields/0/mapsTo"]],
  [
    "a target twice",
    form({
      fields: [
        { ...email, mapsTo: "lead.email" },
        { ...email, key: "b", mapsTo: "lead.email" },
      ],
    }),
    ["/fields/1/mapsTo"],
  ],
  [
    "style sheets for colours",
    form({ theme: { ...plainTheme, accent: "red;background:url(//evil)" } }),
    ["/theme/accent"],
  ],
  ["a font of its own", form({ theme: { ...plainTheme, font: "x';}" } }), ["/theme/font"]],
  [
    "a translation of nothing",
    form({ translations: { de: { "fields.name.label": "Name" } } }),
    ["/translations/de/fields.name.label"],
  ],
  [
    "a wording that asks for an answer",
    form({ wordings: [{ name: "x", when: isSet("email"), texts: { title: "y" } }] }),
    ["/wordings/0/when/field"],
  ],
];

const leadingAway = [
  "//evil.test",
  "/\\evil.test",
  "https:evil.test",
  "http://evil.test",
  "javascript:alert(1)",
  "https://a@evil.test",
  "https://\tevil.test",
  "data:text/html,x",
  "https://",
];

describe("the definition of a form", () => {
  it.each(bad)("is refused with %s", (_, definition, pointers) => {
    expect(faultsOf(definition)).toEqual(pointers);
  });

  it.each(leadingAway)("REDIR-01 never leads to %j", (url) => {
    expect(faultsOf(form({ endings: [{ ...thanks, kind: "redirect", url }] }))).toEqual(["/endings/0/url"]);
  });

  it("JSON-02 leaves out what would be a prototype", () => {
    const translations: unknown = JSON.parse('{"__proto__":{"title":"x"}}');
    expect(definitionShape.parse(form({ translations })).translations).toEqual({});
    expect("title" in {}).toBe(false);
  });

  it("JSON-01 has an end: not too many fields, not too deep, not too large", () => {
    const fields = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...email, key: `f${index}` }));
    expect(faultsOf(form({ fields: fields(101) }))).toEqual(["/fields"]);
    let deep: object = isSet("email");
    for (let level = 0; level < 40; level++) deep = { not: deep };
    expect(faultsOf(form({ fields: [email, { ...rating, visibleWhen: deep }] }))[0]).toContain(
      "/fields/1/visibleWhen",
    );
    const options = Array.from({ length: 250 }, (_, index) => ({
      value: `v${index}`,
      label: "x".repeat(200),
    }));
    const large = fields(100).map((each) => ({ ...each, type: "dropdown", options }));
    expect(faultsOf(form({ fields: large }))).toEqual([""]);
  });

  it("takes every type of field with every rule it has", () => {
    const values = {
      minLength: 1,
      maxLength: 9,
      mask: "##",
      min: 1,
      max: 5,
      isWhole: true,
      earliest: "today",
      latest: "2040-01-01",
      minChoices: 1,
      maxChoices: 1,
      lowLabel: "l",
      highLabel: "h",
      fileTypes: ["pdf"],
      maxFileMb: 2,
      maxFiles: 2,
      countries: ["NO"],
      defaultValue: "x",
    };
    const fields = fieldTypes.map((type) => ({
      key: `of_${type}`,
      type,
      label: type,
      ...(/choice|dropdown/.test(type) ? { options: [{ value: "a", label: "A" }] } : {}),
      rules: Object.fromEntries(
        Object.entries(values).filter(([rule]) => rulesOf[type].some((each) => each === rule)),
      ),
    }));
    expect(faultsOf(form({ fields }))).toEqual([]);
  });

  it.each([
    ["the wholesale enquiry", wholesaleEnquiry],
    ["the newsletter", newsletter],
  ])("of the demo world is one: %s", (_, definition) => {
    expect(faultsOf(definition)).toEqual([]);
  });

  it.each(templateKeys)("of the template %s is one", (key) => {
    const { definition } = templateFor(key, {
      name: "Northwind",
      language: "de",
      brandColors: { primary: "#AA3300" },
    });
    expect(faultsOf(definition)).toEqual([]);
    expect([definition.theme.accent, JSON.stringify(definition).includes("{business}")]).toEqual([
      "#aa3300",
      false,
    ]);
  });

  it.each(languagesWithWords)("says everything in %s, with the same figures in it", (language) => {
    const figures = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([figure]) => figure).toSorted();
    const english = Object.entries(wordsIn("en"));
    const words = Object.entries(wordsIn(language));
    expect(words.map(([code, text]) => [code, figures(text)])).toEqual(
      english.map(([code, text]) => [code, figures(text)]),
    );
  });
});
