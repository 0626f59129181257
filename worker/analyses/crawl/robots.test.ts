import { expect, it } from "vitest";
import { readRobots } from "./robots";

const file = `
Sitemap: https://coffee.example/map.xml
User-agent: BadBot
Disallow: /

User-agent: *   # everybody else
Disallow: /cart
Disallow: /*.pdf$
Disallow: /shop/*/secret
Allow: /cart/help
Disallow:
`;

it.each([
  ["/", true],
  ["/cart", false],
  ["/cart/help", true],
  ["/cart/help/me", true],
  ["/list.pdf", false],
  ["/list.pdf?x", true],
  ["/shop/beans/secret", false],
  ["/shop/beans", true],
])("%s may be read: %s", (path, allowed) => {
  expect(readRobots(file).allows(new URL(path, "https://coffee.example"))).toBe(allowed);
});

it("our own group stands before everybody's, and several names share one", () => {
  const shared = "User-agent: other\nUser-agent: Tributary\nDisallow: /a\n\nUser-agent: *\nDisallow: /";
  const robots = readRobots(shared);
  const verdicts = ["/", "/a"].map((path) => robots.allows(new URL(path, "https://coffee.example")));
  expect(verdicts).toEqual([true, false]);
});

it("site maps are told, whoever the groups are for", () => {
  expect(readRobots(file).sitemaps).toEqual(["https://coffee.example/map.xml"]);
});

it("a pattern made to take for ever takes no time", () => {
  const robots = readRobots(`User-agent: *\nDisallow: /${"*a".repeat(2_000)}$`);
  const before = performance.now();
  expect(robots.allows(new URL(`/${"a".repeat(1_500)}b`, "https://coffee.example"))).toBe(true);
  expect(performance.now() - before).toBeLessThan(200);
});
