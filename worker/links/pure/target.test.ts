import { describe, expect, it } from "vitest";
import { isAt, readTarget } from "./target";
import { normalizeUtm, splitUtm, withUtm } from "./utm";

describe("REDIR-01 a target", () => {
  it.each([
    ["javascript:alert(1)", "not_web"],
    ["JaVaScRiPt:alert(1)", "not_web"],
    ["java\nscript:alert(1)", "not_an_address"],
    ["data:text/html,<script>1</script>", "not_web"],
    ["vbscript:x", "not_web"],
    ["file:///etc/passwd", "not_web"],
    ["mailto:a@b.example", "not_web"],
    ["https:evil.example", "not_web"],
    ["https://user:secret@evil.example", "credentials"],
    ["https://@evil.example", "credentials"],
    ["coffee.example@evil.example", "credentials"],
    ["https://coffee.example\\@evil.example", "not_an_address"],
    ["/\\evil.example", "not_an_address"],
    ["//evil", "not_an_address"],
    ["\t//evil", "not_an_address"],
    ["//evil.example", "not_an_address"],
    ["https://coffee", "no_host"],
    ["", "empty"],
    [`https://coffee.example/${"a".repeat(2100)}`, "too_long"],
    ["https://coffee.example/a b", "not_an_address"],
  ])("“%s” is refused", (typed, problem) => {
    expect(readTarget(typed)).toEqual({ problem });
  });

  it.each([
    ["coffee.example", "https://coffee.example/"],
    ["coffee.example:8443/x", "https://coffee.example:8443/x"],
    ["http://coffee.example/a?b=c#d", "http://coffee.example/a?b=c#d"],
    ["https://кофе.example/", "https://xn--e1ajmy.example/"],
    ["https://раypal.example/", "https://xn--ypal-43d9g.example/"],
    ["https://coffee.example/?next=https://user@host", "https://coffee.example/?next=https://user@host"],
  ])("“%s” is kept as %s", (typed, url) => {
    expect(readTarget(typed)).toEqual({ url });
  });

  it.each([
    ["https://evil.example/", "evil.example", true],
    ["https://a.b.evil.example/", "evil.example", true],
    ["https://EVIL.example./", "Evil.Example", true],
    ["https://evil.example/", "*.evil.example", true],
    ["https://xn--ypal-43d9g.example/", "раypal.example", true],
    ["https://notevil.example/", "evil.example", false],
    ["https://evil.example.org/", "evil.example", false],
    ["https://example.org/evil.example", "evil.example", false],
  ])(
    "REDIR-01 %s with %s on the list of places that no link leads to: blocked is %s",
    (url, host, blocked) => {
      expect(isAt(url, [host])).toBe(blocked);
    },
  );
});

describe("UTM parameters", () => {
  it.each([
    ["  Spring  Sale ", "spring-sale"],
    ["Ünïcode/Größe", "ünïcodegröße"],
    ["a&b=c#d", "abcd"],
    ["--x--", "x"],
  ])("“%s” is kept as “%s”", (source, kept) => {
    expect(normalizeUtm({ source })).toEqual({ source: kept });
  });

  it("stand in one place only, and leave the rest of an address to the letter", () => {
    const { url, utm } = splitUtm("https://coffee.example/?utm_source=X&size=1%20kg");
    expect(utm).toEqual({ source: "x" });
    expect(withUtm(url, { ...utm, medium: "social" })).toBe(`${url}&utm_source=x&utm_medium=social`);
    const signed = "https://coffee.example/?sig=a%2Fb%20c#x";
    expect(withUtm(signed, { source: "x" })).toBe("https://coffee.example/?sig=a%2Fb%20c&utm_source=x#x");
  });

  it("TPL-01 fill in only what is on the list", () => {
    const places = { business: "Northwind", name: "Offer", slug: "offer", year: "2026", month: "11" };
    const utm = normalizeUtm(
      { source: "{business}", campaign: "{constructor}{env}", term: "{year}-{month}" },
      places,
    );
    expect(utm).toEqual({ source: "northwind", campaign: "constructorenv", term: "2026-11" });
  });
});
