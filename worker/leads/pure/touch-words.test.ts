import { describe, expect, it } from "vitest";
import { sayTouch, sayWay } from "./touch-words";

describe("one way somebody came is told in words", () => {
  it.each([
    [
      "visit",
      { source: "blog", medium: "content", campaign: "cold-brew" },
      "Came from the blog, campaign “cold-brew”",
    ],
    ["visit", { source: "google", medium: "organic", campaign: "" }, "Came from a search on Google"],
    ["visit", { source: "google", medium: "cpc" }, "Came from an ad on Google"],
    ["visit", { source: "LinkedIn", medium: "paid_social" }, "Came from an ad on LinkedIn"],
    ["visit", { source: "instagram", medium: "social" }, "Came from Instagram"],
    ["visit", { source: "newsletter", medium: "email" }, "Came from the newsletter"],
    ["visit", { source: "acme", medium: "email" }, "Came from an email of acme"],
    ["visit", { source: "acme", medium: "podcast" }, "Came from acme (podcast)"],
    ["visit", { medium: "email" }, "Came from an email"],
    ["visit", { medium: "podcast" }, "Came from podcast"],
    ["visit", { campaign: "spring" }, "Came from a link, campaign “spring”"],
    ["visit", { referrer: "https://www.example.com/a?b" }, "Came from example.com"],
    ["visit", { referrer: "no address", source: " " }, "Came directly"],
    ["form_submit", { source: "x" }, "Sent a form, coming from X"],
    ["form_submit", {}, "Sent a form"],
    ["api", {}, "Was reported by your site"],
    ["link_click", { source: "qr" }, "Came by link click from qr"],
    ["link_click", {}, "Came by link click"],
  ])("%s %o", (kind, way, words) => {
    expect(sayTouch(kind, way)).toBe(words);
  });

  it("takes a hostile name for a name", () => {
    expect(sayWay({ source: "__proto__", medium: "constructor" })).toBe("__proto__ (constructor)");
  });
});
