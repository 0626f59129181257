import { describe, expect, test } from "vitest";
import { plainTheme } from "../../../../worker/forms/pure/theme";
import type { Definition } from "../definition";
import {
  addEnding,
  addField,
  changeField,
  changeType,
  duplicateField,
  moveField,
  removeEnding,
  removeField,
} from "./edits";
import { faultsByKey } from "./faults";
import { definitionOf, inOrder, sendable, wordsOf } from "./form-words";
import { optionsFrom } from "./options";
import { renameKey } from "./references";

const definition: Definition = {
  language: "en",
  title: "Coffee",
  fields: [
    { key: "email", type: "email", label: "Email", isRequired: true, mapsTo: "lead.email" },
    { key: "roast", type: "single_choice", label: "Roast", options: [{ value: "dark", label: "Dark" }] },
    {
      key: "why",
      type: "long_text",
      label: "Why?",
      visibleWhen: { all: [{ field: "roast", operator: "is_set" }] },
    },
    {
      key: "next",
      type: "page_break",
      label: "Next",
      jumps: [{ when: { field: "roast", operator: "is_not_set" }, to: "thanks" }],
    },
    { key: "cups", type: "number", label: "Cups" },
  ],
  endings: [
    {
      key: "thanks",
      kind: "message",
      title: "Thanks",
      when: {
        any: [
          { field: "roast", operator: "is_set" },
          { field: "cups", operator: "is_set" },
        ],
      },
    },
    { key: "rest", kind: "message", title: "Bye" },
  ],
  theme: plainTheme,
  translations: { de: { "fields.roast.label": "Röstung", title: "Kaffee" } },
};
const keys = ({ fields }: Definition) => fields.map(({ key }) => key);

describe("questions", () => {
  test("a new one stands after the chosen one, with a key of its own and nothing that is kept twice", () => {
    const [next, key] = addField(definition, "email", "roast");
    expect(key).toBe("email_2");
    expect(keys(next)).toEqual(["email", "roast", "email_2", "why", "next", "cups"]);
    expect(next.fields[2]?.mapsTo).toBeUndefined();
  });

  test("a copy stands below and is kept nowhere else", () => {
    const [next, key] = duplicateField(definition, "email");
    expect(keys(next).slice(0, 2)).toEqual(["email", key]);
    expect(next.fields[1]).toEqual({ key, type: "email", label: "Email", isRequired: true });
  });

  test("one that goes takes with it whatever asked about it or led to it", () => {
    const next = removeField(definition, "roast");
    expect(next.fields.map(({ visibleWhen, jumps }) => visibleWhen ?? jumps)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(next.endings[0]?.when).toEqual({ any: [{ field: "cups", operator: "is_set" }] });
    expect(next.translations).toEqual({ de: { title: "Kaffee" } });
  });

  test("another name is followed by conditions, jumps and translations", () => {
    const next = renameKey(definition, "roast", "taste");
    expect(JSON.stringify(next)).not.toContain("roast");
    expect(next.fields[2]?.visibleWhen).toEqual({ all: [{ field: "taste", operator: "is_set" }] });
    expect(next.translations).toEqual({ de: { "fields.taste.label": "Röstung", title: "Kaffee" } });
  });

  test("moving keeps within the list", () => {
    expect(keys(moveField(definition, "cups", 0))[0]).toBe("cups");
    expect(keys(moveField(definition, "email", 99)).at(-1)).toBe("email");
  });

  test("an emptied text is no text, but a question without words is still one", () => {
    const next = changeField(changeField(definition, "email", { help: "Hint" }), "email", {
      help: "",
      label: "",
    });
    expect(next.fields[0]).toEqual({
      key: "email",
      type: "email",
      label: "",
      isRequired: true,
      mapsTo: "lead.email",
    });
  });

  test("another kind keeps what both know and drops the rest", () => {
    expect(changeType(definition, "roast", "dropdown").fields[1]?.options).toEqual([
      { value: "dark", label: "Dark" },
    ]);
    expect(changeType(definition, "roast", "short_text").fields[1]).toEqual({
      key: "roast",
      type: "short_text",
      label: "Roast",
    });
    expect(changeType(definition, "email", "statement").fields[0]).toEqual({
      key: "email",
      type: "statement",
      label: "Email",
    });
  });
});

test("an ending for some stands before the one for everybody else, and the last one stays", () => {
  expect(addEnding(definition)[0].endings.map(({ key }) => key)).toEqual(["thanks", "ending", "rest"]);
  expect(removeEnding({ ...definition, endings: definition.endings.slice(1) }, "rest").endings).toHaveLength(
    1,
  );
});

test("options that were there keep their value, whatever order they are pasted in", () => {
  const before = [{ value: "dark", label: "Dark" }];
  expect(optionsFrom("- Light & fruity\n\n2. Dark\nLight & fruity", before)).toEqual([
    { value: "light_fruity", label: "Light & fruity" },
    { value: "dark", label: "Dark" },
    { value: "light_fruity_2", label: "Light & fruity" },
  ]);
});

describe("what is saved", () => {
  const saved = { name: "Form", definition, settings: {} as never, aiPersonalizationEnabled: false };

  test("a definition taken apart and put together is the same", () => {
    expect(definitionOf(inOrder(wordsOf(saved)))).toEqual(definition);
  });

  test("options without words and words for what is gone stay behind", () => {
    const [email, roast, ...rest] = definition.fields;
    const options = [
      { value: "dark", label: "Dark" },
      { value: "b", label: " " },
    ];
    const next = sendable({
      ...definition,
      fields: [email, { ...roast, options }, ...rest] as Definition["fields"],
      translations: { de: { "fields.gone.label": "Weg", title: "Kaffee" } },
    });
    expect(next.fields[1]?.options).toEqual([{ value: "dark", label: "Dark" }]);
    expect(next.translations).toEqual({ de: { title: "Kaffee" } });
  });
});

test("a fault stands at its question, and what is about the whole form at the form", () => {
  const faults = faultsByKey(
    [
      { pointer: "/definition/fields/1/options/0/label", detail: "Say it." },
      { pointer: "/definition/endings/0/url", detail: "Where to?" },
      { pointer: "/definition/endings", detail: "One for all." },
    ],
    definition,
  );
  expect([...faults]).toEqual([
    ["roast", ["Say it."]],
    ["thanks", ["Where to?"]],
    ["", ["One for all."]],
  ]);
});
