import { expect, test } from "vitest";
import type { LeadLine, Stage } from "../lead";
import { type Column, neighboursOf, withMoves } from "./board";

const lead = (id: string, stageId: string, amount = 100) =>
  ({ id, stageId, value: amount ? { amount, currency: "eur" } : null }) as LeadLine; // safe: a board reads no more
const stage = (id: string, status: Stage["status"]) => ({ id, name: id, status }) as Stage; // safe: as above

const board: Column[] = [
  {
    stage: stage("new", "new"),
    count: 40,
    values: [{ amount: 4_000, currency: "eur" }],
    leads: [lead("a", "new"), lead("b", "new"), lead("c", "new")],
    nextCursor: "more",
  },
  { stage: stage("won", "closed_won"), count: 1, values: [], leads: [lead("d", "won", 0)], nextCursor: null },
];
const said = (columns: Column[]) =>
  columns.map(({ leads, count }) => `${leads.map(({ id }) => id).join("")} ${count}`).join(" | ");

test("a lead that moves takes its count and its value along, and becomes what the stage says", () => {
  const after = withMoves(board, [{ id: "b", stageId: "won", beforeId: "d" }]);
  expect(said(after)).toBe("ac 39 | bd 2");
  expect(after[0]?.values).toEqual([{ amount: 3_900, currency: "eur" }]);
  expect(after[1]?.values).toEqual([{ amount: 100, currency: "eur" }]);
  expect(after[1]?.leads[0]).toMatchObject({ stageId: "won", status: "closed_won" });
});

test("within its column only the order changes", () => {
  expect(said(withMoves(board, [{ id: "c", stageId: "new", beforeId: "a" }]))).toBe("cab 40 | d 1");
  expect(said(withMoves(board, [{ id: "a", stageId: "new", beforeId: null }]))).toBe("bca 40 | d 1");
});

test("two moves that are on their way are both shown, and one of somebody who is gone is none", () => {
  const moves = [
    { id: "a", stageId: "won", beforeId: null },
    { id: "gone", stageId: "won", beforeId: null },
    { id: "b", stageId: "won", beforeId: "a" },
  ];
  expect(said(withMoves(board, moves))).toBe("c 38 | dba 3");
});

test("the API is told who stands above and below, of those that were read", () => {
  expect(neighboursOf(board, { id: "d", stageId: "new", beforeId: "b" })).toEqual({
    beforeId: "b",
    afterId: "a",
  });
  expect(neighboursOf(board, { id: "d", stageId: "new", beforeId: "a" })).toEqual({
    beforeId: "a",
    afterId: null,
  });
  expect(neighboursOf(board, { id: "d", stageId: "new", beforeId: null })).toEqual({
    beforeId: null,
    afterId: "c",
  });
  expect(neighboursOf(board, { id: "a", stageId: "new", beforeId: "c" })).toEqual({
    beforeId: "c",
    afterId: "b",
  });
});
