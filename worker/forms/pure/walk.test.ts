import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Condition } from "../../kernel/pure/condition";
import type { Answers, Field, FormDefinition } from "./form";
import { readPost } from "./post";
import { plainTheme } from "./theme";
import { faultsOnPage, pagesOf, walk } from "./walk";

const at = { now: Date.parse("2026-06-15T12:00:00Z") };
const isOffice: Condition = { field: "place", operator: "equals", value: "office" };
const places = ["office", "cafe", "none"].map((value) => ({ value, label: value }));

const form: FormDefinition = {
  language: "en",
  title: "Wholesale",
  theme: plainTheme,
  fields: [
    { key: "campaign", type: "hidden", label: "", rules: { defaultValue: "site" } },
    { key: "place", type: "single_choice", label: "Where?", options: places, isRequired: true },
    { key: "people", type: "number", label: "How many?", isRequired: true, visibleWhen: isOffice },
    {
      key: "brewing",
      type: "page_break",
      label: "Brewing",
      jumps: [
        { when: { field: "place", operator: "equals", value: "none" }, to: "sorry" },
        { when: isOffice, to: "contact" },
      ],
    },
    { key: "machine", type: "short_text", label: "Machine", isRequired: true },
    { key: "tag", type: "hidden", label: "", rules: { defaultValue: "brewer" } },
    { key: "contact", type: "page_break", label: "Contact" },
    { key: "email", type: "email", label: "Email", isRequired: true },
  ],
  endings: [
    { key: "sorry", kind: "message", title: "Sorry", when: { field: "place", operator: "is_not_set" } },
    {
      key: "big",
      kind: "message",
      title: "Big",
      when: { field: "people", operator: "at_least", value: 100 },
    },
    { key: "thanks", kind: "message", title: "Thanks" },
  ],
};

describe("the way through a form", () => {
  it("asks page by page", () => {
    expect(pagesOf(form).map(({ title, fields }) => [title, fields.length])).toEqual([
      ["", 3],
      ["Brewing", 2],
      ["Contact", 1],
    ]);
    expect(walk(form, { place: "cafe", machine: "La Pavoni", email: "a@b.co" }, at)).toMatchObject({
      pages: [0, 1, 2],
      answers: { campaign: "site", place: "cafe", machine: "La Pavoni", tag: "brewer", email: "a@b.co" },
      faults: [],
      ending: { key: "thanks" },
    });
  });

  it("leaves out what was typed into a field that is hidden now, and does not ask for it", () => {
    const { answers, faults } = walk(form, { place: "cafe", people: 12, machine: "x", email: "a@b.co" }, at);
    expect([answers["people"], faults]).toEqual([undefined, []]);
  });

  it("jumps over a page, whose hidden fields are sent along", () => {
    const { pages, answers, faults, ending } = walk(
      form,
      { place: "office", people: 150, machine: "x", email: "a@b.co" },
      at,
    );
    expect({ pages, faults, ending: ending.key }).toEqual({ pages: [0, 2], faults: [], ending: "big" });
    expect(answers).toEqual({
      campaign: "site",
      place: "office",
      people: 150,
      tag: "brewer",
      email: "a@b.co",
    });
  });

  it("jumps to an ending, after which nothing is asked", () => {
    const { pages, faults, ending } = walk(form, { place: "none" }, at);
    expect([pages, faults, ending.key]).toEqual([[0], [], "sorry"]);
  });

  it("goes past a page that is not shown", () => {
    const fields = form.fields.map((field) =>
      field.key === "brewing" ? { ...field, jumps: [], visibleWhen: isOffice } : field,
    );
    expect(walk({ ...form, fields }, { place: "cafe", email: "a@b.co" }, at)).toMatchObject({
      pages: [0, 2],
      faults: [],
    });
  });

  it("says what is wrong with one page before it is left", () => {
    expect(faultsOnPage(form, 0, { place: "office" }, at)).toEqual([
      { key: "people", code: "required", params: {} },
    ]);
    expect(faultsOnPage(form, 2, { place: "office", people: 1 }, at)).toMatchObject([{ key: "email" }]);
  });

  it("JSON-02 takes nothing from a prototype", () => {
    const raw = Object.create({ place: "office" }) as Record<string, unknown>; // safe: an object of its own
    expect(walk(form, raw, at).faults[0]).toMatchObject({ key: "place", code: "required" });
    const polluting = JSON.parse('{"__proto__":{"place":"office"},"constructor":{"x":1}}') as Record<
      string,
      unknown
    >; // safe: an object
    expect(Object.keys(walk(form, polluting, at).answers)).toEqual(["campaign", "tag"]);
    expect("place" in {}).toBe(false);
  });
});

const keys = ["a", "b", "c", "d", "e", "f"];
const condition = fc.oneof(
  fc.record({
    field: fc.constantFrom(...keys),
    operator: fc.constantFrom("is_set", "is_not_set", "is_true", "is_false"),
  }),
  fc.record({
    field: fc.constantFrom(...keys),
    operator: fc.constantFrom("at_least", "less_than"),
    value: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({
    field: fc.constantFrom(...keys),
    operator: fc.constantFrom("equals", "not_equals"),
    value: fc.constantFrom("x", "y"),
  }),
  fc.record({
    field: fc.constantFrom(...keys),
    operator: fc.constantFrom("has_any", "has_none"),
    value: fc.constant(["x"]),
  }),
) as fc.Arbitrary<Condition>; // safe: each record is one of the operators with its value
const options = ["x", "y", "z"].map((value) => ({ value, label: value }));
const askedTypes = [
  "short_text",
  "number",
  "single_choice",
  "multiple_choice",
  "yes_no",
  "scale",
  "date",
  "consent",
] as const;
const fields = fc
  .tuple(...keys.map((key) => fieldOf(key)), fieldOf("p", "page_break"), fieldOf("q", "page_break"))
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }));
const anything = fc.oneof(
  fc.constantFrom("x", "y", "yes", "no", "7", "3.5", "2026-01-01", "", " x ", "X"),
  fc.integer({ min: -1, max: 11 }),
  fc.boolean(),
  fc.constantFrom(["x"], ["x", "y"], [], [""], null, { x: 1 }),
);

function fieldOf(key: string, only?: "page_break"): fc.Arbitrary<Field> {
  return fc.record(
    {
      key: fc.constant(key),
      type: only ? fc.constant(only) : fc.constantFrom(...askedTypes),
      label: fc.constant(key),
      options: fc.constant(options),
      isRequired: fc.boolean(),
      visibleWhen: condition,
      ...(only && {
        jumps: fc.array(fc.record({ when: condition, to: fc.constantFrom("p", "q", "end") }), {
          maxLength: 2,
        }),
      }),
    },
    { requiredKeys: ["key", "type", "label", "options"] },
  );
}

describe("what a browser saw and what arrives", () => {
  const definitions = fields.map((all): FormDefinition => ({
    ...form,
    fields: all,
    endings: [
      { key: "end", kind: "message", title: "" },
      { key: "other", kind: "message", title: "", when: { field: "a", operator: "is_set" } },
    ],
  }));
  const typed = fc.dictionary(fc.constantFrom(...keys), anything);

  it("lead the same way: the server walks with the answers as the browser did with what was typed", () => {
    fc.assert(
      fc.property(definitions, typed, (definition, raw) => {
        const seen = walk(definition, raw, at);
        const sent = JSON.parse(JSON.stringify(seen.answers)) as Answers; // safe: a copy
        const arrived = walk(definition, sent, at);
        expect([arrived.answers, arrived.pages, arrived.ending]).toEqual([
          seen.answers,
          seen.pages,
          seen.ending,
        ]);
        expect(arrived.fields).toEqual(seen.fields);
        expect(arrived.faults.every(({ code }) => code === "required" || code === "must_agree")).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("say the same in a plain form post as in JSON", () => {
    fc.assert(
      fc.property(definitions, typed, (definition, raw) => {
        const { answers } = walk(definition, raw, at);
        const entries = Object.entries(answers).flatMap(([key, value]) =>
          [value].flat().map((each): [string, unknown] => [key, typeof each === "object" ? each : `${each}`]),
        );
        expect(walk(definition, readPost(definition, entries), at).answers).toEqual(answers);
      }),
      { numRuns: 300 },
    );
  });
});
