import type { PieceKind } from "../pieces";

/** What may come after what. An email has its place in its sequence, so it is no stop of a journey. */
export const mayLeadTo = {
  social_post: ["blog_post", "content_upgrade"],
  blog_post: ["content_upgrade", "email_sequence"],
  content_upgrade: ["email_sequence"],
  email_sequence: ["blog_post", "content_upgrade"],
  email: [],
} as const satisfies Record<PieceKind, readonly PieceKind[]>;

export const journeyKinds = ["social_post", "blog_post", "content_upgrade", "email_sequence"] as const;

export type JourneyEnd = { id: string; kind: PieceKind; businessId: string };
export type Refusal = { pointer: "/fromPieceId" | "/toPieceId"; code: string; detail: string };

/** Null where one may lead to the other; else why not, in words. */
export function whyNot(from: JourneyEnd, to: JourneyEnd): Refusal | null {
  if (from.id === to.id) return refusal("self_edge", "A piece cannot lead to itself.");
  if (from.businessId !== to.businessId)
    return refusal("other_business", "Both pieces must be of the same business.");
  const allowed: readonly PieceKind[] = mayLeadTo[from.kind];
  if (allowed.includes(to.kind)) return null;
  if (allowed.length === 0)
    return {
      pointer: "/fromPieceId",
      code: "illegal_edge",
      detail: "An email belongs to its sequence; let the sequence lead on.",
    };
  const list = allowed.map((kind) => names[kind]).join(" or ");
  return refusal("illegal_edge", `${capital(names[from.kind])} leads to ${list}, not to ${names[to.kind]}.`);
}

function refusal(code: string, detail: string): Refusal {
  return { pointer: "/toPieceId", code, detail };
}

const names: Record<PieceKind, string> = {
  social_post: "a social post",
  blog_post: "a blog post",
  content_upgrade: "a content upgrade",
  email_sequence: "an email sequence",
  email: "a single email",
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
