import { expect, test } from "vitest";
import { rewardFate, rewardThing } from "./reward-words";

const here = { organizationId: "org_1", organizationName: "Northwind Coffee" };

test("a reward is named by what it is and how much of it", () => {
  expect(rewardThing({ type: "free_generation", quantity: 20 })).toBe("20 free generations");
  expect(rewardThing({ type: "month_free", quantity: 1 })).toBe("1 free month");
});

test("a reward without a place says what has to happen, and one with a place where it goes", () => {
  const nowhere = { organizationId: null, organizationName: null };
  expect(rewardFate({ status: "pending", ...nowhere })).toBe("Is added once you own an organization");
  expect(rewardFate({ status: "pending", ...here })).toBe("Is being added to Northwind Coffee");
  expect(rewardFate({ status: "active", ...here })).toBe("Added to Northwind Coffee");
  expect(rewardFate({ status: "used", ...here })).toBe("Used by Northwind Coffee");
  expect(rewardFate({ status: "expired", ...here })).toBe("Was not used in time by Northwind Coffee");
});

test("a reward in an organization that its owner has left says so instead of naming it", () => {
  const gone = { organizationId: "org_2", organizationName: null };
  expect(rewardFate({ status: "active", ...gone })).toBe(
    "Added to an organization that you are no longer in",
  );
});
