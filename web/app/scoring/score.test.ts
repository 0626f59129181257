import { describe, expect, it } from "vitest";
import { type Factor, reasonsOf, signed } from "./score";

const factor = (more: Partial<Factor>): Factor => ({
  kind: "rule",
  axis: "fit",
  name: "Works at a firm",
  points: 8,
  ruleId: "scr_1",
  dimension: "demographic",
  evidence: null,
  ...more,
});

describe("reasons of a score", () => {
  it("put the times of a rule together, the weightiest first and limits last, and lose no point", () => {
    const factors = [
      factor({ kind: "range", axis: null, ruleId: null, name: "From 0 to 100", points: -30 }),
      factor({}),
      factor({ ruleId: "scr_2", name: "Read a page", points: 9 }),
      factor({ ruleId: "scr_2", name: "Read a page", points: 7 }),
    ];
    const reasons = reasonsOf(factors);
    expect(reasons.map(({ name, points }) => `${name} ${signed(points)}`)).toEqual([
      "Read a page +16",
      "Works at a firm +8",
      "No score is above 100 −30",
    ]);
  });
});
