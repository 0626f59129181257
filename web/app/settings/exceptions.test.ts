import { expect, test } from "vitest";
import { exceptionsFrom, exceptionsIn, exceptionsOffered } from "./exceptions";

const base = ["organization:read", "members:read", "usage:read"];

test("what the role does not give is added, what it gives and is not chosen is taken away", () => {
  const offered = ["members:read", "usage:read", "audit:read"];
  const chosen = ["members:read", "audit:read"];
  expect(exceptionsFrom({ base, offered, chosen, before: [] })).toEqual(["-usage:read", "+audit:read"]);
});

test("choosing just what the role gives leaves no exception", () => {
  const offered = ["members:read", "usage:read", "audit:read"];
  const before = ["+audit:read", "-usage:read"];
  expect(exceptionsFrom({ base, offered, chosen: ["members:read", "usage:read"], before })).toEqual([]);
});

test("an exception that was not offered stays as it was", () => {
  const before = ["+billing:read", "-usage:read"];
  const offered = ["usage:read"];
  expect(exceptionsFrom({ base, offered, chosen: ["usage:read"], before })).toEqual(["+billing:read"]);
});

test("seeing the organization, deleting it and handing it over are never offered", () => {
  expect(exceptionsOffered(["organization:read", "organization:delete", "members:read"])).toEqual([
    "members:read",
  ]);
});

test("exceptions are told apart by their sign", () => {
  expect(exceptionsIn(["+audit:read", "-usage:read"])).toEqual({
    added: ["audit:read"],
    taken: ["usage:read"],
  });
});
