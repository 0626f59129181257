import { describe, expect, test } from "vitest";
import { judge, looks } from "./judge";
import { visit } from "./visit";

const open = ["/", "/sign-in", "/sign-up", "/forgot-password", "/no-such-page"];

describe("anybody's screens", () => {
  test.each(open)("%s hinders nobody, in light and dark, wide and narrow", async (path) => {
    expect(await judge(await visit(), path, looks)).toEqual([]);
  });
});
