import * as z from "zod";
import type { Id } from "../../db/ids";
import { dataRule, generate, quote } from "../ai";
import { getBusiness, profileForPrompt } from "../businesses";
import { authorize, type Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { write } from "../kernel/write";
import type { Texts } from "./pure/form";
import { getForm } from "./queries";
import { withoutAddresses } from "./without-addresses";

const promptVersion = "form-wording-1";
const wording = z.strictObject({
  title: z.string().trim().min(1).max(200),
  description: z.string().trim().max(500),
  submitLabel: z.string().trim().min(1).max(60),
});

export type SuggestedWording = { texts: Texts; generationId: Id<"generation">; provider: string };

/**
 * Other words for some visitors, written in advance and read by a person before anybody sees them. Only what the form says
 * around its questions: a question that is asked differently is another question.
 */
export async function suggestWording(
  ctx: Context,
  id: Id<"form">,
  audience: string,
): Promise<SuggestedWording> {
  authorize(ctx, "forms:write");
  const { aiPersonalizationEnabled, businessId, definition } = await getForm(ctx, id);
  if (!aiPersonalizationEnabled)
    throw new Conflict("not_personalised", "Switch personal wording on for this form first.");
  const { title, description = "", submitLabel = "" } = definition;
  const business = await getBusiness(ctx, businessId);
  const { value, generationId, provider, settle } = await generate<z.output<typeof wording>>(ctx, {
    task: "form",
    promptVersion,
    businessId,
    use: { feature: "generations", key: `form_wording:${ctx.requestId}` },
    messages: [
      { role: "system", content: `${rules}\n${dataRule}` },
      {
        role: "user",
        content: [
          quote(JSON.stringify(profileForPrompt(business)), { label: "business", maxLength: 4000 }),
          quote(JSON.stringify({ title, description, submitLabel }), { label: "form" }),
          quote(audience, { label: "visitors", maxLength: 300 }),
          `Write in the language with the code “${definition.language}”.`,
        ].join("\n\n"),
      },
    ],
    schema: { name: "wording", zod: wording },
    material: { form: { title, description, submitLabel }, audience, business: { name: business.name } },
    maxTokens: 600,
  });
  await write(ctx, settle);
  const said = Object.entries(withoutAddresses(value));
  // A form without a description or a button of its own has no place for other words there.
  const own: Record<string, string> = { title, description, submitLabel };
  return {
    texts: Object.fromEntries(said.filter(([path, text]) => own[path] && text)),
    generationId,
    provider,
  };
}

const rules =
  "You say the same form to other readers: its title, its description and its button. Keep what is offered and what is asked exactly as it is; change only how it speaks to them. " +
  "Promise nothing that the form does not promise, and do not tell the readers what you know of them.";
