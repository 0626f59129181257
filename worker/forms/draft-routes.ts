import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { draftForm } from "./draft";
import { suggestWording } from "./personalise";
import { definitionShape, textsShape } from "./shape";

const generating = {
  tag: "Forms",
  access: "organization",
  permission: "forms:write",
  rate: "generation",
} as const;
const budget = { read: 300, written: 60 };

const draftFormRoute = route(
  {
    ...generating,
    method: "post",
    path: "/v1/form-drafts",
    operation: "draftForm",
    summary: "Draft a form from a sentence",
    description: "To look at and to change: nothing is kept. Create a form with the definition to take it.",
    body: z.strictObject({
      businessId: idOf("business"),
      sentence: z
        .string()
        .trim()
        .min(5)
        .max(1000)
        .meta({ example: "A newsletter form that asks for the favourite roast." }),
    }),
    answer: {
      status: 200,
      schema: z.strictObject({
        name: z.string(),
        definition: definitionShape,
        generationId: z.string(),
        provider: z.string().meta({ description: "`built-in` where no model is connected." }),
      }),
    },
    problems: ["plan_limit", "switched_off", "unavailable"],
    budget,
  },
  async (ctx, { body }) => await draftForm(ctx, body),
);

const suggestWordingRoute = route(
  {
    ...generating,
    method: "post",
    path: "/v1/forms/{formId}/wording-suggestions",
    operation: "suggestFormWording",
    summary: "Suggest other words for visitors who come a certain way",
    description:
      "Title, description and button for the readers you describe. Nothing is changed; add them to the definition's wordings to use them. Visitors never wait for a model, and nothing about them is sent to one.",
    params: z.object({ formId: idOf("form") }),
    body: z.strictObject({
      audience: z.string().trim().min(3).max(300).meta({ example: "Readers who come from LinkedIn" }),
    }),
    answer: {
      status: 200,
      schema: z.strictObject({ texts: textsShape, generationId: z.string(), provider: z.string() }),
    },
    problems: ["plan_limit", "conflict", "switched_off", "unavailable"],
    budget,
  },
  async (ctx, { params: { formId }, body: { audience } }) => await suggestWording(ctx, formId, audience),
);

export const draftRoutes = [draftFormRoute, suggestWordingRoute];
