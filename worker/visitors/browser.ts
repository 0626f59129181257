import type { trafficKinds } from "../../db/schema/cell/visitors";

export type Traffic = (typeof trafficKinds)[number];
export type Device = "phone" | "tablet" | "desktop";

const names = [
  "bot\\b",
  "crawl",
  "spider",
  "slurp",
  "preview",
  "headless",
  "lighthouse",
  "facebookexternalhit",
  "whatsapp\\/",
  "embedly",
  "quora link",
  "pingdom",
  "uptime",
  "monitor",
  "curl\\/",
  "wget\\/",
  "python",
  "okhttp",
  "go-http",
  "java\\/",
  "libwww",
  "httpclient",
  "axios\\/",
  "node-fetch",
  "undici",
  "scrapy",
  "gptbot",
  "claude",
  "ccbot",
];
const machine = new RegExp(names.join("|"), "i");

/** By what the browser says of itself: a program that names itself, or nothing at all, is no person. */
export function trafficOf(userAgent: string | null): Traffic {
  if (!userAgent) return "suspect";
  return machine.test(userAgent) ? "bot" : "human";
}

export function deviceOf(userAgent: string | null): Device | null {
  if (!userAgent) return null;
  if (/ipad|tablet|kindle|silk|android(?!.*mobile)/i.test(userAgent)) return "tablet";
  return /mobi|iphone|ipod|android|windows phone/i.test(userAgent) ? "phone" : "desktop";
}
