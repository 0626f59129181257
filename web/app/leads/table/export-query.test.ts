import { expect, test } from "vitest";
import { sampleHouse } from "~/gallery/sample-leads";
import { plainState } from "../views/address";
import { askedIn } from "../views/asked";
import { exportQuery } from "./export-query";

const state = { ...plainState, columns: ["name", "value", "nextAction"].map((key) => ({ key, width: 0 })) };
const filter = { field: "score", operator: "at_least", value: 70 } as const;

test("a file has the filter, the order and the columns of the view, each as it is called there", () => {
  const query = new URLSearchParams(exportQuery(sampleHouse, { ...state, filter, sort: "-score" }, ""));
  expect(askedIn(query)).toMatchObject({ q: "", filter, sort: "-score", group: null });
  expect(query.get("columns")).toBe("firstName,lastName,value,currency");
});

test("while something is searched for, the file has what was found, in the columns of the view", () => {
  const query = new URLSearchParams(exportQuery(sampleHouse, { ...state, filter }, "ada lovel"));
  expect(askedIn(query)).toMatchObject({ q: "ada lovel", filter: null });
  expect(query.get("columns")).toBe("firstName,lastName,value,currency");
});
