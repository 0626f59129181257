import type { Id } from "../../db/ids";
import { dataRule, generate, quote } from "../ai";
import { getBusiness, profileForPrompt } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { write } from "../kernel/write";
import { assertFeature } from "../plans";
import { assertDefinition } from "./definition-faults";
import { definitionFromDraft, type FormDraftAnswer, formDraftShape } from "./draft-shape";
import type { FormDefinition } from "./pure/form";
import { themeOf } from "./templates";
import { withoutAddresses } from "./without-addresses";

/** Rises with every change of the words below, so that what was drafted by which is known. */
const promptVersion = "form-1";

export type FormWish = { businessId: Id<"business">; sentence: string };
export type DraftedForm = {
  name: string;
  definition: FormDefinition;
  generationId: Id<"generation">;
  provider: string;
};

/** A form from a sentence, to look at and to change: nothing is kept before somebody takes it. */
export async function draftForm(ctx: Context, { businessId, sentence }: FormWish): Promise<DraftedForm> {
  authorize(ctx, "forms:write");
  await assertFeature(ctx, "forms");
  const business = await getBusiness(ctx, businessId);
  const profile = profileForPrompt(business);
  const { value, generationId, provider, settle } = await generate<FormDraftAnswer>(ctx, {
    task: "form",
    promptVersion,
    businessId,
    use: { feature: "generations", key: `form_draft:${ctx.requestId}` },
    messages: [
      { role: "system", content: `${rules}\n${dataRule}` },
      {
        role: "user",
        content: [
          quote(JSON.stringify(profile), { label: "business", maxLength: 4000 }),
          quote(sentence, { label: "wish", maxLength: 1000 }),
          `Write in the language of the wish. Draft the form.`,
        ].join("\n\n"),
      },
    ],
    schema: { name: "form", zod: formDraftShape },
    material: { wish: sentence, business: { name: business.name } },
    maxTokens: 4000,
  });
  await write(ctx, settle);
  const language = business.language.slice(0, 2) || "en";
  const definition = definitionFromDraft(withoutAddresses(value), language, themeOf(business.brandColors));
  assertDefinition(definition);
  return { name: definition.title.slice(0, 120), definition, generationId, provider };
}

const rules =
  "You design one form for a business. Ask for as little as serves what the form is for, in the order in which people like to answer: the easy and the interesting first, who they are last. " +
  "Use the type that fits: email, phone, url, date and number for what they are, single_choice for up to five options, dropdown for more. " +
  "A page_break begins a new page with its label as title; use it only where there are more than six questions. " +
  "Ask for consent only where the business would write to people afterwards. Make a question required only where the form is useless without it. " +
  "Labels are short, plain and in the words of whoever answers.";
