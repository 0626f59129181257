import type { components } from "../../../sdk";

export type Journey = components["schemas"]["Journey"];
export type JourneyNode = Journey["nodes"][number];
export type JourneyEdge = Pick<Journey["edges"][number], "id" | "fromPieceId" | "toPieceId" | "ctaText">;
export type Rules = Journey["mayLeadTo"];

export const kindNames: Record<JourneyNode["kind"], string> = {
  social_post: "Social post",
  blog_post: "Blog post",
  content_upgrade: "Content upgrade",
  email_sequence: "Email sequence",
};

/** Null where one may lead to the other; else why not, as the API would say it. */
export function whyNot(rules: Rules, from: JourneyNode, to: JourneyNode): string | null {
  if (from.id === to.id) return "A piece cannot lead to itself.";
  if (rules[from.kind].includes(to.kind)) return null;
  const list = rules[from.kind].map((kind) => `a ${lower(kindNames[kind])}`).join(" or ");
  return `A ${lower(kindNames[from.kind])} leads to ${list.replaceAll("a email", "an email")}.`.replace(
    "A email",
    "An email",
  );
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export type Findings = { orphan: boolean; deadEnd: boolean; inCircle: boolean };

export function findingsOf({ orphans, deadEnds, cycles }: Journey): (id: string) => Findings {
  const [orphan, deadEnd] = [new Set(orphans), new Set(deadEnds)];
  const circle = new Set(cycles.flat());
  return (id) => ({ orphan: orphan.has(id), deadEnd: deadEnd.has(id), inCircle: circle.has(id) });
}

export function sayFindings({ orphan, deadEnd, inCircle }: Findings): string[] {
  return [
    ...(orphan ? ["Nothing leads here"] : []),
    ...(deadEnd ? ["Leads nowhere"] : []),
    ...(inCircle ? ["In a circle"] : []),
  ];
}
