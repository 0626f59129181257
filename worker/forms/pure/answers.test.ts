import { describe, expect, it } from "vitest";
import { checkAnswer } from "./answer";
import type { Field } from "./form";

const now = Date.parse("2026-06-15T12:00:00Z");
const roasts = [
  { value: "dark", label: "Dark" },
  { value: "light", label: "Light" },
  { value: "both", label: "Both" },
];
const file = "fil_00" + "0".repeat(22);
const many = { options: roasts, rules: { minChoices: 2, maxChoices: 2 } };

type Row = [string, Partial<Field> & Pick<Field, "type">, unknown, unknown];

/** An answer that is taken, as it is kept. */
const taken: Row[] = [
  ["a line in one piece", { type: "short_text" }, "  Ana\n\tMaria ", "Ana Maria"],
  ["one spelling for what looks the same", { type: "short_text" }, "e\u0301", "é"],
  ["no control characters", { type: "short_text" }, "a\u0000b\u0007c", "abc"],
  ["markup as the text that it is", { type: "short_text" }, "<b onclick=x>", "<b onclick=x>"],
  ["lines of a long text", { type: "long_text" }, "one\r\ntwo", "one\ntwo"],
  ["a mask that fits", { type: "short_text", rules: { mask: "@@-##*" } }, "AÄ-12x", "AÄ-12x"],
  ["the host of an address in small letters", { type: "email" }, " Ana@EXAMPLE.Com ", "Ana@example.com"],
  ["an address of another script", { type: "email" }, "ana@bücher.example", "ana@bücher.example"],
  ["a phone number without its decoration", { type: "phone" }, "0049 (30) 123-45.67", "+49301234567"],
  ["a web address with its scheme", { type: "url" }, "example.com/a", "https://example.com/a"],
  ["a number", { type: "number" }, 4.5, 4.5],
  ["a number in English", { type: "number" }, "1,234.5", 1234.5],
  ["the thousands of English", { type: "number" }, "1,234", 1234],
  ["minus zero as zero", { type: "number" }, -0, 0],
  ["a day", { type: "date" }, "2028-02-29", "2028-02-29"],
  [
    "today where it is still yesterday",
    { type: "date", rules: { earliest: "today" } },
    "2026-06-15",
    "2026-06-15",
  ],
  ["one of the options", { type: "dropdown", options: roasts }, "dark", "dark"],
  [
    "several options once each",
    { type: "multiple_choice", options: roasts },
    ["dark", "dark", "both"],
    ["dark", "both"],
  ],
  ["a single box that was ticked", { type: "multiple_choice", options: roasts }, "dark", ["dark"]],
  ["stars as text", { type: "rating" }, "5", 5],
  ["the lowest step of a scale", { type: "scale" }, 0, 0],
  ["yes", { type: "yes_no" }, "yes", true],
  ["no", { type: "yes_no", isRequired: true }, "no", false],
  ["a box that was ticked", { type: "consent", isRequired: true }, "on", true],
  ["a box that was left alone", { type: "consent" }, undefined, false],
  ["a country", { type: "country" }, "de", "DE"],
  [
    "parts of an address",
    { type: "address" },
    { city: " Bergen ", country: "no", evil: 1 },
    { city: "Bergen", country: "NO" },
  ],
  ["a file by its id", { type: "file" }, [file], [file]],
  ["what a hidden field is given", { type: "hidden" }, "spring", "spring"],
  ["what a hidden field has by itself", { type: "hidden", rules: { defaultValue: "site" } }, "", "site"],
  ["nothing, where nothing is needed", { type: "email" }, "   ", null],
  ["an empty list as nothing", { type: "multiple_choice", options: roasts }, [], null],
  ["nothing for a statement", { type: "statement" }, "x", null],
];

/** An answer that is not, and why. */
const refused: Row[] = [
  ["nothing where something is needed", { type: "short_text", isRequired: true }, " ", "required"],
  [
    "an empty list where something is needed",
    { type: "multiple_choice", options: roasts, isRequired: true },
    [""],
    "required",
  ],
  ["a list for a text", { type: "short_text" }, ["a"], "invalid"],
  ["an object for a number", { type: "number" }, { valueOf: 1 }, "invalid"],
  ["a short text", { type: "short_text", rules: { minLength: 3 } }, "ab", "too_short"],
  ["a long text", { type: "short_text" }, "x".repeat(301), "too_long"],
  ["another shape than the mask", { type: "short_text", rules: { mask: "##" } }, "1a", "mask"],
  ["an address without a host", { type: "email" }, "ana@", "not_email"],
  ["an address with a header in it", { type: "email" }, "a@b.co\nBcc: c@d.co", "not_email"],
  ["two addresses", { type: "email" }, "a@b.co,c@d.co", "not_email"],
  ["letters for a phone number", { type: "phone" }, "call me", "not_phone"],
  ["a script for a web address", { type: "url" }, "javascript:alert(1)", "not_url"],
  ["a password in a web address", { type: "url" }, "https://a:b@example.com", "not_url"],
  ["a word for a number", { type: "number" }, "many", "not_number"],
  ["more than a number can be", { type: "number" }, "1e400", "not_number"],
  ["part of a whole", { type: "number", rules: { isWhole: true } }, "1.5", "not_whole"],
  ["too little", { type: "number", rules: { min: 2 } }, 1, "too_small"],
  ["too much", { type: "number", rules: { max: 2 } }, 3, "too_large"],
  ["a day that is not", { type: "date" }, "2027-02-29", "not_date"],
  ["yesterday", { type: "date", rules: { earliest: "today" } }, "2026-06-14", "too_early"],
  ["a day after the last", { type: "date", rules: { latest: "2026-01-01" } }, "2026-06-14", "too_late"],
  ["an option that is not offered", { type: "single_choice", options: roasts }, "__proto__", "not_an_option"],
  ["too few options", { type: "multiple_choice", ...many }, ["dark"], "too_few"],
  ["too many options", { type: "multiple_choice", ...many }, ["dark", "light", "both"], "too_many"],
  ["a sixth star", { type: "rating" }, 6, "not_an_option"],
  ["half a star", { type: "rating" }, 2.5, "not_an_option"],
  ["neither yes nor no", { type: "yes_no" }, "maybe", "not_an_option"],
  ["a box that must be ticked", { type: "consent", isRequired: true }, undefined, "must_agree"],
  ["a country that is none", { type: "country" }, "XX", "not_country"],
  ["a country that is not offered", { type: "country", rules: { countries: ["NO"] } }, "DE", "not_country"],
  [
    "half an address",
    { type: "address", isRequired: true },
    { line1: "Street 1", country: "DE" },
    "address_incomplete",
  ],
  ["a text for an address", { type: "address" }, "Street 1", "invalid"],
  ["the name of a file", { type: "file" }, ["../../etc/passwd"], "not_an_option"],
  ["more files than one", { type: "file" }, [file, file.replace(/0$/, "1")], "too_many"],
];

describe("an answer", () => {
  it.each(taken)("is taken: %s", (_, field, raw, kept) => {
    expect(checkAnswer({ key: "q", label: "Q", ...field }, raw, { now })).toEqual({ value: kept });
  });

  it.each(refused)("is refused: %s", (_, field, raw, code) => {
    expect(checkAnswer({ key: "q", label: "Q", ...field }, raw, { now })).toMatchObject({ code });
  });

  it.each([
    ["1.234,5", 1234.5],
    ["1,5", 1.5],
    ["1.5", 1.5],
    ["1.234.567", 1_234_567],
    ["12 000", 12_000],
  ])("reads the number %s as German writes it", (typed, value) => {
    expect(checkAnswer({ key: "q", type: "number", label: "Q" }, typed, { now, language: "de" })).toEqual({
      value,
    });
  });
});
