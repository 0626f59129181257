import type { Id } from "../../../db/ids";
import { dataRule, generate, quote } from "../../ai";
import { getBusiness, profileForPrompt } from "../../businesses";
import { authorize, type Context } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { write } from "../../kernel/write";
import { textOf } from "../content";
import type { RichText } from "../../../db/schema/cell/content";
import { hostOf } from "../pure/links";
import { getPiece } from "../queries";
import { richTextFromMarkdown } from "../rich-text";

export type SelectionWish = { selection: string; instruction: string };
export type Suggestion = {
  text: string;
  body: RichText;
  generationId: Id<"generation">;
  unknownLinks: string[];
};

const promptVersion = "suggestion-1";

/** Other words for a passage, to be taken or left: the piece itself does not change. */
export async function suggest(
  ctx: Context,
  pieceId: Id<"piece">,
  { selection, instruction }: SelectionWish,
): Promise<Suggestion> {
  authorize(ctx, "content:write");
  const piece = await getPiece(ctx, pieceId);
  const text = textOf(piece.content);
  if (!squeezed(text).includes(squeezed(selection)))
    throw Invalid.field("/selection", "not_in_text", "These words are not in the text as it is saved.");
  const business = await getBusiness(ctx, piece.businessId);
  const profile = profileForPrompt(business);
  const { value, generationId, unknownLinks, settle } = await generate<string>(ctx, {
    task: "suggestion",
    promptVersion,
    businessId: piece.businessId,
    ...(piece.bundleId ? { bundleId: piece.bundleId } : {}),
    pieceId,
    use: null,
    schema: null,
    messages: [
      { role: "system", content: `${rules}\n${dataRule}` },
      {
        role: "user",
        content: [
          quote(JSON.stringify(profile), { label: "business", maxLength: 4000 }),
          quote(text, { label: "whole text", maxLength: 8000 }),
          quote(selection, { label: "passage" }),
          quote(instruction, { label: "wish of the editor" }),
          "Answer with the new passage.",
        ].join("\n\n"),
      },
    ],
    material: { selection, instruction, title: piece.title, business: profile },
    maxTokens: Math.min(3000, 300 + selection.length),
  });
  await write(ctx, settle);
  const mergeTags = piece.kind === "email";
  const unknown = new Set(unknownLinks.map(hostOf));
  const body = richTextFromMarkdown(value, { mergeTags, allowLink: (href) => !unknown.has(hostOf(href)) });
  return { text: value.trim(), body, generationId, unknownLinks };
}

const rules =
  "You rewrite one passage of a marketing text as its editor wishes. Keep its language, its facts and its meaning; add no figure, superlative or promise. Use Markdown only where the passage has structure. Answer with the new passage alone.";

function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
