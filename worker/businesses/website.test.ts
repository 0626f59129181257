import { describe, expect, it } from "vitest";
import { readWebsite } from "./website";

describe("a website as people type it", () => {
  it.each([
    ["example.com", "https://example.com/"],
    ["http://example.com/a#b", "http://example.com/a"],
    ["localhost:4711", "http://localhost:4711/"],
    ["localhost", "http://localhost/"],
    ["https://localhost:4711/about", "https://localhost:4711/about"],
    ["localhost.example.com", "https://localhost.example.com/"],
    ["ftp://example.com", null],
    ["just words", null],
  ])("reads %s as %s", (typed, address) => {
    expect(readWebsite(typed)).toBe(address);
  });
});
