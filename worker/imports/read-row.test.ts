import { describe, expect, it } from "vitest";
import { guessTargets } from "./guess";
import { readMoney, readNumber, readText, readTime, readYesNo } from "./pure/read-value";
import { readRow } from "./read-row";

describe("what people write in a cell", () => {
  it.each([
    ["1,234.50", "point", 1234.5],
    ["1.234,50", "comma", 1234.5],
    ["1.234,50", "point", 1234.5],
    ["1,234", "point", 1234],
    ["1,234", "comma", 1.234],
    ["12,5", "point", 12.5],
    ["1.234.567", "comma", 1_234_567],
    ["1’234.5", "point", 1234.5],
    ["-3", "point", -3],
    ["viel", "point", null],
  ] as const)("%s with a %s is the number %s", (text, decimal, number) => {
    expect(readNumber(text, decimal)).toBe(number);
  });

  it.each([
    ["$1,200", { amount: 1200, currency: "usd" }],
    ["1200 EUR", { amount: 1200, currency: "eur" }],
    ["£5.50", { amount: 5.5, currency: "gbp" }],
    ["12", { amount: 12, currency: null }],
    ["-12", null],
  ])("%s is the money %o", (text, money) => {
    expect(readMoney(text, "point")).toEqual(money);
  });

  it.each([
    ["2026-05-01", "dmy", "2026-05-01T00:00:00.000Z"],
    ["1.5.2026", "mdy", "2026-05-01T00:00:00.000Z"],
    ["05/01/2026", "dmy", "2026-01-05T00:00:00.000Z"],
    ["05/01/2026", "mdy", "2026-05-01T00:00:00.000Z"],
    ["13/01/26", "mdy", "2026-01-13T00:00:00.000Z"],
    ["2026-05-01T10:30:00+02:00", "dmy", "2026-05-01T08:30:00.000Z"],
    ["5/1/2026 3:05 pm", "mdy", "2026-05-01T15:05:00.000Z"],
    ["31.02.2026", "dmy", null],
    ["soon", "dmy", null],
  ] as const)("%s read as %s is %s", (text, order, time) => {
    expect(readTime(text, order)).toBe(time);
  });

  it("says nothing by a dash, and loses the apostrophe that our own export puts before a formula", () => {
    expect(["n/a", "-", " x ", "'+49 30 1", "'quoted"].map(readText)).toEqual([
      "",
      "",
      "x",
      "+49 30 1",
      "'quoted",
    ]);
    expect(["Ja", "no", "maybe"].map(readYesNo)).toEqual([true, false, null]);
  });
});

it("columns are known by their names in several languages, by a custom field's, or by what stands in them", () => {
  const names = ["Prénom", "Straße", "custom.size", "Größe", "", "", "E-mail 2", "assignedTo"];
  const samples = [[], [], [], [], ["a@b.example"], ["+49 30 123456", ""], ["c@d.example"], []];
  const fields = [{ key: "size", label: "Größe" }];
  expect(guessTargets(names, samples, fields)).toEqual([
    "firstName",
    "street",
    "custom.size",
    null,
    "email",
    "phone",
    null,
    "assignee",
  ]);
});

it("a row becomes what its columns are", () => {
  const targets = ["fullName", "value", "city", "tags", "website", "nextFollowUpAt", "custom.size", "stage"];
  const reading = {
    columns: targets.map((to, column) => ({ column, to })),
    currency: "jpy",
    decimal: "comma",
    dates: "dmy",
    fields: [{ key: "size", type: "number", options: [], isRequired: false }],
  } as const;
  const cells = [
    "Lovelace, Ada",
    "1.500",
    "London",
    "VIP; new, VIP",
    "acme.example/x",
    "soon",
    "12,5",
    "Won",
  ];
  expect(readRow({ ...reading, columns: [...reading.columns] }, 7, cells)).toEqual({
    row: 7,
    fields: {
      firstName: "Ada",
      lastName: "Lovelace",
      value: { amount: 1500, currency: "jpy" },
      address: { city: "London" },
      website: "https://acme.example/x",
    },
    customFields: { size: 12.5 },
    tags: ["VIP", "new"],
    source: "",
    stage: "Won",
    assignee: "",
    faults: [{ field: "nextFollowUpAt", detail: "Give a day, such as 2026-05-01." }],
  });
});
