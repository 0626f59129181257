import type { Strategy } from "../../strategies";
import type { PieceKind } from "../fields";
import { socialLimits } from "../pure/social";
import type { Piece } from "../queries";

type Length = Strategy["length"];
type Task = (piece: Piece, length: Length) => string;

const blogWords: Record<Length, string> = {
  quick: "500 to 700",
  standard: "900 to 1300",
  deep: "1600 to 2200",
};
const documentWords: Record<Length, string> = {
  quick: "300 to 500",
  standard: "600 to 900",
  deep: "1000 to 1600",
};

/** What is asked for, kind by kind. */
export const tasksByKind: Readonly<Record<PieceKind, Task>> = {
  blog_post: (_, length) =>
    `Write a blog post of ${blogWords[length]} words. Lead with what the reader gets; use ## and ### headings, short paragraphs, a list where it helps, and end with the call to action. The title has at most 60 characters and holds the main keyword, the meta title likewise; the meta description has 120 to 155 characters.`,
  social_post: ({ content }) => {
    if (content.kind !== "social_post") return "Write a social post.";
    const { platform, postType } = content;
    return `Write one post for ${platform} (at most ${socialLimits[platform].characters} characters with hashtags), of the type “${postType}”. Its first line makes a reader stop. Say one thing. Describe up to three pictures that would go with it.`;
  },
  content_upgrade: ({ content }, length) =>
    `Write a ${content.kind === "content_upgrade" ? content.upgradeType.replace("_", " ") : "guide"} of ${documentWords[length]} words that a reader downloads and uses at once. The description says in two sentences what it is good for.`,
  email_sequence: ({ content }) =>
    `Name and describe an email sequence for ${content.kind === "email_sequence" ? content.sequenceType : "nurture"}: to whom it goes, what each email moves forward, and when it ends. Do not write the emails themselves.`,
  email: (_, length) =>
    `Write one email of ${length === "quick" ? "80 to 140" : "140 to 260"} words: one thought, one call to action. The subject has at most 50 characters and says what is inside; the preheader goes on where it stops.`,
};

const tokens: Record<PieceKind, Record<Length, number>> = {
  blog_post: { quick: 2500, standard: 4500, deep: 7500 },
  social_post: { quick: 900, standard: 1200, deep: 1200 },
  content_upgrade: { quick: 2000, standard: 3500, deep: 5500 },
  email_sequence: { quick: 800, standard: 800, deep: 1000 },
  email: { quick: 1200, standard: 1600, deep: 1600 },
};

export function maxTokensFor(kind: PieceKind, length: Length): number {
  return tokens[kind][length];
}
