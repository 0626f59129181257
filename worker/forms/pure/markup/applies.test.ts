import { expect, it } from "vitest";
import type { Condition } from "../../../kernel/pure/condition";
import type { FormDefinition } from "../form";
import { plainTheme } from "../theme";
import { wordsIn } from "../words";
import { appliesWhen } from "./applies";

const definition: FormDefinition = {
  language: "en",
  title: "Ask us",
  fields: [
    { key: "cafe", type: "yes_no", label: "A café?" },
    { key: "cups", type: "number", label: "Cups a day" },
    { key: "place", type: "country", label: "Country" },
    {
      key: "machine",
      type: "dropdown",
      label: "Machine",
      options: [
        { value: "a", label: "Filter" },
        { value: "b", label: "Espresso" },
      ],
    },
  ],
  endings: [],
  theme: plainTheme,
};

const cafe: Condition = { field: "cafe", operator: "is_true" };

it.each<[Condition, string]>([
  [cafe, "Only if “A café?” is: Yes."],
  [{ field: "cafe", operator: "is_false" }, "Only if “A café?” is: No."],
  [{ all: [{ any: [cafe] }] }, "Only if “A café?” is: Yes."],
  [{ field: "machine", operator: "in", value: ["a", "b"] }, "Only if “Machine” is: Filter, Espresso."],
  [{ field: "cups", operator: "at_least", value: 50 }, "Only if “Cups a day” is: ≥ 50."],
  [{ field: "place", operator: "equals", value: "DE" }, "Only if “Country” is: Germany."],
  [{ field: "machine", operator: "not_equals", value: "a" }, "Not if “Machine” is: Filter."],
  [
    { all: [cafe, { field: "machine", operator: "not_in", value: ["a", "b"] }] },
    "Only if “A café?” is: Yes. Not if “Machine” is: Filter, Espresso.",
  ],
  [{ all: [cafe, { field: "cups", operator: "is_set" }] }, "Only if it applies."],
  [{ any: [cafe, { field: "cups", operator: "at_least", value: 50 }] }, "Only if it applies."],
  [{ not: cafe }, "Only if it applies."],
])("whoever sees every question reads when this one counts: %j", (condition, words) => {
  expect(appliesWhen(condition, definition, wordsIn("en"))).toBe(words);
});
