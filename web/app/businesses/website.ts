import type { components } from "../../../sdk";

export type WebsiteAnalysis = components["schemas"]["WebsiteAnalysis"];
export type AnalysisFact = components["schemas"]["AnalysisFact"];
/** The newest reading of a business's website; null where it was never read. */
export type WebsiteData = { analysis: WebsiteAnalysis | null; facts: AnalysisFact[] };

export const factKinds: Record<AnalysisFact["kind"], string> = {
  offer: "What is offered",
  audience: "Whom it is for",
  problem: "Problems it ends",
  outcome: "What people get out of it",
  price: "Prices",
  proof: "Proof",
  contact: "Contact",
  voice: "Voice",
  place: "Places",
  other: "More",
};

export function isReading({ status }: WebsiteAnalysis): boolean {
  return status === "pending" || status === "running";
}

/** An address as people say it: without the protocol and the last slash. */
export function sayAddress(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
}
