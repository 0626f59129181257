import { expect, test } from "vitest";
import { keep } from "./answer";

const pathname = "/o/northwind/settings/api-keys";
const quiet = { answer: undefined, pathname, isSending: false };
const sending = { ...quiet, isSending: true };
const answered = { ...quiet, answer: "secret" };

test("an answer stays when the page's data are loaded anew", () => {
  expect(keep(answered, quiet)).toEqual(answered);
});

test("it stays while the next form is on its way, so that nothing jumps", () => {
  expect(keep(answered, sending).answer).toBe("secret");
});

test("it goes once something was accepted", () => {
  const onItsWay = keep(answered, sending);
  expect(keep(onItsWay, quiet).answer).toBeUndefined();
});

test("a new answer takes its place", () => {
  const onItsWay = keep(answered, sending);
  const back = keep(onItsWay, { ...sending, answer: "another" });
  expect(keep(back, { ...quiet, answer: "another" })).toEqual({ ...quiet, answer: "another" });
});

test("it goes with its page", () => {
  expect(keep(answered, { ...quiet, pathname: "/home" }).answer).toBeUndefined();
});
