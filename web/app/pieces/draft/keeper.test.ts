import { expect, test } from "vitest";
import { DraftKeeper, type Kept, type SaveAnswer } from "./keeper";

type Post = { title: string; text: string };
type Answer = SaveAnswer<Post>;

const start = { words: { title: "Cold brew", text: "Water first." }, revision: 3 };
const saved = (revision: number): Answer => ({ kind: "saved", revision, approvalRemoved: false });

/** A keeper whose clock and network stand still until told otherwise. */
function begin() {
  const sent: { changes: Partial<Post>; revision: number; answer: (answer: Answer) => void }[] = [];
  const waiting = new Set<() => void>();
  const kept: (Kept<Post> | null)[] = [];
  const keeper = new DraftKeeper<Post>(start, {
    save: (changes, revision) => new Promise((answer) => sent.push({ changes, revision, answer })),
    keep: (one) => kept.push(one),
    now: () => 0,
    after: (_ms, run) => {
      waiting.add(run);
      return () => waiting.delete(run);
    },
  });
  async function tick() {
    for (const run of waiting) {
      waiting.delete(run);
      run();
    }
    await settled();
  }
  async function answer(index: number, given: Answer) {
    sent[index]?.answer(given);
    await settled();
  }
  return { keeper, sent, kept, tick, answer };
}

/** Every promise that can go on has gone on. */
async function settled() {
  for (let round = 0; round < 10; round++) await Promise.resolve();
}

test("only what changed is sent, with the revision it began from", async () => {
  const { keeper, sent, tick, answer } = begin();
  keeper.edit({ text: "Water and time." });
  expect(keeper.snapshot().state.kind).toBe("waiting");
  await tick();
  expect(sent).toMatchObject([{ changes: { text: "Water and time." }, revision: 3 }]);
  await answer(0, saved(4));
  expect(keeper.snapshot()).toMatchObject({ revision: 4, state: { kind: "saved" } });
});

test("what is typed while a save is on its way goes with the next one, never beside it", async () => {
  const { keeper, sent, tick, answer } = begin();
  keeper.edit({ text: "One" });
  await tick();
  keeper.edit({ text: "One two" });
  await tick();
  expect(sent).toHaveLength(1);
  await answer(0, saved(4));
  await tick();
  expect(sent[1]).toMatchObject({ changes: { text: "One two" }, revision: 4 });
});

test("what could not be sent is kept in the browser, and goes when the network is back", async () => {
  const { keeper, sent, kept, tick, answer } = begin();
  keeper.edit({ title: "Colder brew" });
  await tick();
  await answer(0, { kind: "unreachable" });
  expect(keeper.snapshot().state.kind).toBe("unreachable");
  expect(kept.at(-1)).toEqual({ revision: 3, mine: { title: "Colder brew" }, base: { title: "Cold brew" } });
  keeper.retry();
  await settled();
  await answer(1, saved(4));
  expect(sent).toHaveLength(2);
  expect(kept.at(-1)).toBeNull();
});

test("somebody else's change of another field comes in, and mine goes on over it", async () => {
  const { keeper, sent, tick, answer } = begin();
  keeper.edit({ text: "Mine." });
  await tick();
  await answer(0, { kind: "changed", words: { title: "Theirs", text: "Water first." }, revision: 5 });
  expect(keeper.snapshot()).toMatchObject({
    words: { title: "Theirs", text: "Mine." },
    clash: null,
    round: 1,
  });
  await tick();
  expect(sent[1]).toMatchObject({ changes: { text: "Mine." }, revision: 5 });
});

test.each([
  ["keep mine", "Mine."],
  ["take theirs", "Theirs."],
])("the same field changed by both is decided by a person: %s", async (choice, text) => {
  const { keeper, sent, tick, answer } = begin();
  keeper.edit({ text: "Mine." });
  await tick();
  await answer(0, { kind: "changed", words: { title: "Cold brew", text: "Theirs." }, revision: 5 });
  expect(keeper.snapshot()).toMatchObject({ state: { kind: "clash" }, clash: { fields: ["text"] } });
  expect(await keeper.flush()).toBe(false);
  if (choice === "keep mine") keeper.keepMine();
  else keeper.takeTheirs();
  await settled();
  expect(keeper.snapshot()).toMatchObject({ words: { text }, revision: 5, clash: null });
  expect(sent.slice(1).map(({ changes }) => changes)).toEqual(
    choice === "keep mine" ? [{ text: "Mine." }] : [],
  );
});

test("a page that was read anew is taken in, unless it is older than what is here", () => {
  const { keeper } = begin();
  keeper.hear({ words: { title: "Later", text: "Later." }, revision: 4 });
  keeper.hear({ words: { title: "Earlier", text: "Earlier." }, revision: 2 });
  expect(keeper.snapshot()).toMatchObject({ words: { title: "Later" }, revision: 4, round: 1 });
});

test("what a crash left behind comes back and is saved", async () => {
  const { keeper, sent, tick } = begin();
  const back = keeper.restore({ revision: 3, mine: { text: "Unsaved." }, base: { text: "Water first." } });
  expect(back).toBe(true);
  await tick();
  expect(sent[0]).toMatchObject({ changes: { text: "Unsaved." }, revision: 3 });
});

test("what a crash left behind does not run over what was written since", () => {
  const { keeper } = begin();
  keeper.restore({ revision: 2, mine: { text: "Unsaved." }, base: { text: "Older." } });
  expect(keeper.snapshot()).toMatchObject({ state: { kind: "clash" }, clash: { fields: ["text"] } });
});

test("what is refused is told and not tried again by itself", async () => {
  const { keeper, sent, tick, answer } = begin();
  keeper.edit({ title: "" });
  await tick();
  await answer(0, { kind: "refused", message: "Give it a title." });
  await tick();
  expect(keeper.snapshot().state).toEqual({ kind: "refused", message: "Give it a title." });
  expect(sent).toHaveLength(1);
});

test("a field that hands its text over late is asked before a save", async () => {
  const { keeper, sent } = begin();
  keeper.collect(() => keeper.edit({ text: "Typed last." }));
  void keeper.flush();
  await settled();
  expect(sent[0]).toMatchObject({ changes: { text: "Typed last." } });
});
