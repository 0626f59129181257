import { describe, expect, it } from "vitest";
import { deviceOf, trafficOf } from "../browser";
import { plainAddress, utmOf } from "../event";

const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";
const ipad = "Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1";
const pixel =
  "Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36";
const galaxyTab =
  "Mozilla/5.0 (Linux; Android 15; SM-X910) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";
const edge =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0";
const google = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

describe("a browser", () => {
  it.each([
    [iphone, "phone", "human"],
    [ipad, "tablet", "human"],
    [pixel, "phone", "human"],
    [galaxyTab, "tablet", "human"],
    [firefox, "desktop", "human"],
    [edge, "desktop", "human"],
    [google, "desktop", "bot"],
    ["Slackbot-LinkExpanding 1.0", "desktop", "bot"],
    ["curl/8.9.1", "desktop", "bot"],
    ["facebookexternalhit/1.1", "desktop", "bot"],
    ["Mozilla/5.0 HeadlessChrome/140.0", "desktop", "bot"],
    ["GPTBot/1.2", "desktop", "bot"],
    ["", null, "suspect"],
    [null, null, "suspect"],
  ] as const)("%s is a %s of a %s", (userAgent, device, traffic) => {
    expect([deviceOf(userAgent), trafficOf(userAgent)]).toEqual([device, traffic]);
  });
});

describe("an address", () => {
  it.each([
    ["https://shop.test/cart?email=ada@x.test#me", "https://shop.test/cart"],
    ["http://shop.test", "http://shop.test/"],
    ["https://user:secret@shop.test/a", "https://shop.test/a"],
    ["javascript:alert(1)", null],
    ["not an address", null],
    [null, null],
  ])("%s is kept as %s", (address, kept) => {
    expect(plainAddress(address)).toBe(kept);
  });

  it("says its campaign in one spelling", () => {
    expect(utmOf("https://a.test/?utm_source=Mail&utm_campaign=%20Spring%20&utm_id=7&utm_term=")).toEqual({
      source: "mail",
      campaign: "spring",
    });
  });
});
