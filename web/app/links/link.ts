import type { components } from "../../../sdk";
import type { BadgeTone } from "~/components/ui/badge";
import { searchedFor } from "~/page-query";

export type Link = components["schemas"]["Link"];
export type LinkStats = components["schemas"]["LinkStats"];
export type Click = components["schemas"]["Click"];
export type Verdict = Click["verdict"];

export const linkStates = ["active", "broken", "archived"] as const;
export type LinkState = (typeof linkStates)[number];

/** Which links an address asks for. */
export function whichLinksOf({ url }: Request): { state: LinkState; q: string } {
  const { searchParams } = new URL(url);
  const asked = searchParams.get("state");
  return { state: linkStates.find((state) => state === asked) ?? "active", q: searchedFor(searchParams) };
}

/** What has to be said of a link beside its name; nothing where all is well. */
export function remarkOn(link: Link): { name: string; tone: BadgeTone } | null {
  if (link.state === "archived") return { name: "Archived", tone: "neutral" };
  if (link.state === "stopped") return { name: "Stopped", tone: "danger" };
  if (link.state === "expired") return { name: "Ended", tone: "neutral" };
  if (link.check.state === "dead") return { name: "Leads nowhere", tone: "danger" };
  if (link.check.state === "moved") return { name: "Target moved", tone: "attention" };
  return null;
}

export const verdictWords: Record<Verdict, { name: string; tone: BadgeTone }> = {
  human: { name: "Person", tone: "stream" },
  suspect: { name: "Suspect", tone: "attention" },
  bot: { name: "Machine", tone: "neutral" },
};

export const reasonWords: Record<Click["reason"], string> = {
  looks_human: "Acts like a browser with somebody in front of it",
  head_request: "Only asked whether the link is there",
  prefetch: "Fetched ahead, before anybody clicked",
  known_agent: "Says itself that it is a program",
  no_agent: "Does not say what it is",
  burst_of_links: "Opened several links within seconds, as scanners of mail do",
  burst_of_networks: "The same browser from several networks within seconds",
  repeated: "The same visitor again within seconds",
  not_a_visit: "Asked for it as a picture or a script",
  rented_network: "Came from a network that rents out machines",
  unlike_a_browser: "Calls itself a browser and does not act like one",
  by_hand: "Somebody here said so",
};

export const deviceWords: Record<string, string> = {
  desktop: "Desktop",
  mobile: "Phone",
  tablet: "Tablet",
  other: "Something else",
};

/** `DE` is Germany in the reader's own language. */
export function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code === "others" ? "Others" : "Not known";
  return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
}

export function referrerName(host: string): string {
  return host === "direct" ? "Typed, mailed or not told" : host === "others" ? "Others" : host;
}
