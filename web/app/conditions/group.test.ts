import { expect, test } from "vitest";
import type { Condition } from "../../../worker/kernel/pure/condition";
import { type AskableField, conditionOf, groupOf, questionAbout, refit } from "./group";
import { sayCondition } from "./words";

const budget: AskableField = { name: "budget", label: "Budget", type: "number" };
const team: AskableField = {
  name: "team",
  label: "Team",
  type: "choice",
  options: [
    { value: "s", label: "Sales" },
    { value: "p", label: "Support" },
  ],
};
const worth: AskableField = { name: "worth", label: "Worth", type: "number", currency: "eur" };
const fields = [budget, team, worth];

const trees: Condition[] = [
  { all: [{ field: "budget", operator: "at_least", value: 500 }] },
  {
    any: [
      { field: "team", operator: "in", value: ["s", "p"] },
      { field: "budget", operator: "is_set" },
    ],
  },
  {
    all: [
      { field: "budget", operator: "between", value: [1, 9] },
      { not: { any: [{ field: "team", operator: "is_set" }] } },
    ],
  },
  {
    not: {
      all: [
        { field: "team", operator: "equals", value: "s" },
        { field: "budget", operator: "in", value: [1, 2] },
      ],
    },
  },
];

test.each(trees)("a tree is the same after it was edited and nothing was changed: %j", (tree) => {
  expect(conditionOf(groupOf(tree, fields), fields)).toEqual(tree);
});

test("a question that stands alone becomes a group of one", () => {
  const tree: Condition = { field: "team", operator: "equals", value: "s" };
  expect(conditionOf(groupOf(tree, fields), fields)).toEqual({ all: [tree] });
});

test("what is not finished, or asks about what is gone, asks nothing", () => {
  expect(conditionOf({ word: "all", items: [questionAbout(budget)] }, fields)).toBeNull();
  expect(
    conditionOf({ word: "all", items: [{ field: "gone", operator: "is_set", values: [] }] }, fields),
  ).toBeNull();
  expect(
    conditionOf({ word: "all", items: [{ field: "budget", operator: "equals", values: ["many"] }] }, fields),
  ).toBeNull();
});

test("another field keeps the operator where it can be asked, and never the value", () => {
  expect(refit({ field: "team", operator: "equals", values: ["s"] }, budget)).toEqual({
    field: "budget",
    operator: "equals",
    values: [],
  });
  expect(refit({ field: "budget", operator: "at_least", values: ["5"] }, team).operator).toBe("equals");
});

test("a condition is said in words", () => {
  const tree: Condition = {
    any: [
      {
        all: [
          { field: "budget", operator: "at_least", value: 500 },
          { field: "team", operator: "in", value: ["s", "p"] },
        ],
      },
      { field: "budget", operator: "is_not_set" },
    ],
  };
  expect(sayCondition(tree, fields)).toBe(
    "(Budget is at least 500 and Team is one of Sales, Support) or Budget has no answer",
  );
});

test("money is asked for as one writes it, and kept in minor units", () => {
  const tree: Condition = { field: "worth", operator: "between", value: [500_000, 1_000_050] };
  expect(groupOf(tree, fields).items).toEqual([
    { field: "worth", operator: "between", values: ["5000", "10000.5"] },
  ]);
  expect(conditionOf(groupOf(tree, fields), fields)).toEqual({ all: [tree] });
  expect(sayCondition(tree, fields)).toBe("Worth is between €5,000 and €10,000.50");
});
