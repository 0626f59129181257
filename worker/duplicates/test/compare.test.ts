import { describe, expect, it } from "vitest";
import { type Comparable, compareLeads, worthShowing } from "../compare";
import { likeness } from "../likeness";

const nobody: Comparable = {
  firstName: "",
  lastName: "",
  email: null,
  phone: null,
  companyName: "",
  companyId: null,
};
const ada = { ...nobody, firstName: "Ada", lastName: "Lovelace" };
const meier = { ...nobody, firstName: "Anna", lastName: "Meier", companyName: "Röster GmbH" };

const alike: [string, Partial<Comparable>, Partial<Comparable>, string[]][] = [
  ["dots", { email: "ada.l@gmail.com" }, { email: "adal@gmail.com" }, ["same_mailbox"]],
  ["case and plus", { email: "Ada.L+news@Firm.test" }, { email: "adal@firm.test" }, ["same_mailbox"]],
  ["Google's names", { email: "a.da@googlemail.com" }, { email: "ada@gmail.com" }, ["same_mailbox"]],
  ["a number", { phone: "+49 30 1234567" }, { phone: "0049 30 1234567" }, ["same_phone"]],
  ["a number at home", { phone: "+49 30 1234567" }, { phone: "030 1234567" }, ["same_phone_abroad"]],
  ["name and firm", meier, { ...meier, companyName: "roster gmbh" }, ["same_name", "same_company"]],
  ["a slip", meier, { ...meier, firstName: "Ana" }, ["near_name", "same_company"]],
  ["an initial", meier, { ...meier, firstName: "A." }, ["near_name", "same_company"]],
  [
    "names in each other's place",
    meier,
    { ...meier, firstName: "Meier", lastName: "Anna" },
    ["same_name", "same_company"],
  ],
];

const unlike: [string, Partial<Comparable>, Partial<Comparable>][] = [
  ["nothing", {}, {}],
  ["a name alone", ada, ada],
  ["a firm alone", { companyName: "Röster" }, { companyName: "Röster" }],
  ["a switchboard", { ...ada, phone: "030 1234567" }, { ...meier, phone: "030 1234567" }],
  [
    "near names with two mailboxes at one firm",
    { ...meier, email: "a.meier@roester.test" },
    { ...meier, firstName: "Ana", email: "ana2.meier@roester.test" },
  ],
  ["two desks", { email: "info@one.test" }, { email: "info@two.test" }],
];

describe("two leads are compared", () => {
  it.each(alike)("%s: worth showing", (_, a, b, reasons) => {
    const found = compareLeads({ ...nobody, ...a }, { ...nobody, ...b });
    expect(found.reasons).toEqual(reasons);
    expect(found.score).toBeGreaterThanOrEqual(worthShowing);
    expect(compareLeads({ ...nobody, ...b }, { ...nobody, ...a })).toEqual(found);
  });

  it.each(unlike)("%s: not enough", (_, a, b) => {
    expect(compareLeads({ ...nobody, ...a }, { ...nobody, ...b }).score).toBeLessThan(worthShowing);
  });

  it("a name with the same mailbox name elsewhere is enough", () => {
    const [work, home] = ["ada.lovelace@firm.test", "adalovelace@gmail.com"];
    const found = compareLeads({ ...ada, email: work }, { ...ada, email: home });
    expect(found).toEqual({ score: 73, reasons: ["same_mail_name", "same_name"] });
  });

  it.each([
    ["martha", "marhta", 0.961],
    ["dixon", "dicksonx", 0.813],
    ["jones", "johnson", 0.832],
    ["abc", "xyz", 0],
  ])("%s and %s are alike as Jaro and Winkler count", (a, b, expected) => {
    expect(likeness(a, b)).toBeCloseTo(expected, 2);
    expect(likeness(b, a)).toBe(likeness(a, b));
  });
});
