import { describe, expect, it } from "vitest";
import { formatMailbox, isMailAddress, parseMailbox } from "./address";

describe("MAIL-01 an address is one plain address", () => {
  it.each([
    "ada@example.com",
    "ada.lovelace+news@mail.example.co.uk",
    "o'brien@example.ie",
    "x_y-z@a-b.example",
    "1@2.example",
    "ada@xn--bcher-kva.example",
    "demo@tributary.test",
  ])("%s is one", (address) => expect(isMailAddress(address)).toBe(true));

  it.each([
    ["nothing", ""],
    ["no @", "ada"],
    ["no domain", "ada@"],
    ["a domain of one label", "ada@localhost"],
    ["a numeric top", "ada@1.2.3.4"],
    ["an address literal", "ada@[127.0.0.1]"],
    ["a quoted local part", '"a@x.com b"@y.com'],
    ["a comment", "ada(comment)@example.com"],
    ["two addresses", "ada@example.com,eve@example.com"],
    ["two addresses after a semicolon", "ada@example.com;eve@example.com"],
    ["a display name", "Ada <ada@example.com>"],
    ["a route", "@relay.example:ada@example.com"],
    ["two @", "ada@eve@example.com"],
    ["a space", "ada @example.com"],
    ["a trailing line feed", "ada@example.com\n"],
    ["an injected header", "ada@example.com\r\nBcc: eve@example.com"],
    ["a NUL", "ada\0@example.com"],
    ["two dots", "ada..b@example.com"],
    ["a dot at the end of the name", "ada.@example.com"],
    ["a dot at the end of the domain", "ada@example.com."],
    ["a hyphen at the edge of a label", "ada@-example.com"],
    ["an international domain in letters", "ada@bücher.example"],
    ["an international name", "jürgen@example.com"],
    ["a look-alike @", "ada＠example.com"],
    ["a name of 65 characters", `${"a".repeat(65)}@example.com`],
    [
      "320 characters",
      `${"a".repeat(64)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.example`,
    ],
  ])("%s is none", (_, address) => expect(isMailAddress(address)).toBe(false));

  it("is judged quickly however long the attempt", () => {
    const before = performance.now();
    isMailAddress(`${"a.".repeat(100_000)}@`);
    isMailAddress(`a@${"a-".repeat(100_000)}`);
    expect(performance.now() - before).toBeLessThan(200);
  });
});

describe("a mailbox in settings", () => {
  it.each([
    ["Tributary <hello@tributary.test>", { name: "Tributary", address: "hello@tributary.test" }],
    [
      '"Coffee, Northwind" <hello@northwind.example>',
      { name: "Coffee, Northwind", address: "hello@northwind.example" },
    ],
    ["hello@tributary.test", { name: "", address: "hello@tributary.test" }],
    ["<hello@tributary.test>", { name: "", address: "hello@tributary.test" }],
    ["Tributary <hello>", null],
    ["Tributary", null],
  ])("%s", (text, mailbox) => expect(parseMailbox(text)).toEqual(mailbox));

  it("is written so that a comma, a quote or an @ in the name stays in the name", () => {
    const mailbox = formatMailbox({ name: 'Ada "Countess" L, eve@evil.example', address: "ada@example.com" });
    expect(mailbox).toBe('"Ada \\"Countess\\" L, eve@evil.example" <ada@example.com>');
  });
});
