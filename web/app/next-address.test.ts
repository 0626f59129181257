import { describe, expect, test } from "vitest";
import { queryOf, safeNext } from "./next-address";

describe("REDIR-01 after signing in one goes on inside the site", () => {
  test.each(["/o/northwind/settings?tab=a#x", "/home", "/"])("%s is a page of ours", (next) => {
    expect(safeNext(next)).toBe(next);
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "\t//evil.example",
    "//evil.example@tributary.invalid",
    "evil",
    "",
    null,
  ])("%j is not, so one goes home", (next) => {
    expect(safeNext(next)).toBe("/home");
  });
});

test("a query holds only what is there", () => {
  expect(queryOf({ email: "a@b.example", next: undefined, role: "" })).toBe("email=a%40b.example");
});
