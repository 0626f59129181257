import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { pageOf, pageQuery } from "../kernel/page";
import { archiveForm, restoreForm } from "./archive";
import { setChallengeSecret } from "./challenge";
import { updateForm } from "./change";
import { createForm, duplicateForm } from "./create";
import { publishForm, unpublishForm } from "./publish";
import { getForm, listForms } from "./queries";
import { settingsChangeShape } from "./settings";
import { definitionShape } from "./shape";
import { templateKeys } from "./templates";
import { formToWire, formWire, listedFormToWire, listedFormWire } from "./wire";

const tag = "Forms";
const reading = { tag, access: "organization", permission: "forms:read" } as const;
const writing = { tag, access: "organization", permission: "forms:write", rate: "write" } as const;
const params = z.object({ formId: idOf("form") });
const answer = { status: 200, schema: formWire } as const;
const made = { status: 201, schema: formWire } as const;
const name = z.string().trim().min(1).max(120);
const revision = z.int().min(1).meta({ description: "Of the form as you know it." });
const lookBudget = { read: 40, written: 4 };
const budget = { read: 80, written: 30 };

const listFormsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/forms",
    operation: "listForms",
    summary: "List forms",
    description: "Newest first; with `q` by name, then by title.",
    query: pageQuery.extend({
      businessId: idOf("business").optional(),
      archived: z.enum(["true", "false"]).default("false"),
      q: z
        .string()
        .trim()
        .max(200)
        .default("")
        .meta({
          description: "Only those whose name or title begins with it.",
          examples: ["contact"],
        }),
    }),
    answer: { status: 200, schema: pageOf(listedFormWire) },
    budget: { read: 1200, written: 4 },
  },
  async (ctx, { query }) => {
    const { data, nextCursor } = await listForms(ctx, { ...query, archived: query.archived === "true" });
    return { data: data.map(listedFormToWire), nextCursor };
  },
);

const createFormRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/forms",
    operation: "createForm",
    summary: "Create a form",
    description: "From a template, or with a definition of its own. Nobody sees it before it is published.",
    body: z.strictObject({
      businessId: idOf("business"),
      name: name.optional(),
      template: z
        .enum(templateKeys)
        .optional()
        .meta({ description: "`contact` where nothing else is said." }),
      definition: definitionShape.optional(),
    }),
    answer: made,
    problems: ["plan_limit", "conflict"],
    budget,
  },
  async (ctx, { body }) => formToWire(await createForm(ctx, body), ctx.settings.APP_URL),
);

const getFormRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/forms/{formId}",
    operation: "getForm",
    summary: "Get a form",
    params,
    answer,
    budget: lookBudget,
  },
  async (ctx, { params: { formId } }) => formToWire(await getForm(ctx, formId), ctx.settings.APP_URL),
);

const updateFormRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/forms/{formId}",
    operation: "updateForm",
    summary: "Change a form",
    description:
      "The definition is given whole and shown to visitors when it is published; settings change one by one and count at once.",
    params,
    body: z.strictObject({
      revision,
      name: name.optional(),
      definition: definitionShape.optional(),
      settings: settingsChangeShape.optional(),
      aiPersonalizationEnabled: z.boolean().optional(),
    }),
    answer,
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params: { formId }, body }) =>
    formToWire(await updateForm(ctx, formId, body), ctx.settings.APP_URL),
);

const publishRoute = route(
  {
    ...writing,
    method: "put",
    path: "/v1/forms/{formId}/publication",
    operation: "publishForm",
    summary: "Publish a form",
    description: "Visitors see it as it is now. Each publication is a version.",
    params,
    body: z.strictObject({ revision }),
    answer,
    problems: ["plan_limit", "conflict"],
    budget,
  },
  async (ctx, { params: { formId }, body }) =>
    formToWire(await publishForm(ctx, formId, body.revision), ctx.settings.APP_URL),
);

const unpublishRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/forms/{formId}/publication",
    operation: "unpublishForm",
    summary: "Take a form down",
    description: "Its address answers no more; what came in stays.",
    params,
    answer,
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params: { formId } }) => formToWire(await unpublishForm(ctx, formId), ctx.settings.APP_URL),
);

const duplicateRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/forms/{formId}/copies",
    operation: "duplicateForm",
    summary: "Copy a form",
    description: "The copy is not published and has nobody's answers.",
    params,
    answer: made,
    problems: ["plan_limit", "conflict"],
    budget,
  },
  async (ctx, { params: { formId } }) => formToWire(await duplicateForm(ctx, formId), ctx.settings.APP_URL),
);

const archiveRoute = route(
  {
    ...writing,
    method: "put",
    path: "/v1/forms/{formId}/archive",
    operation: "archiveForm",
    summary: "Archive a form",
    description: "It is taken down and put away; its answers stay.",
    params,
    answer,
    budget,
  },
  async (ctx, { params: { formId } }) => formToWire(await archiveForm(ctx, formId), ctx.settings.APP_URL),
);

const restoreRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/forms/{formId}/archive",
    operation: "restoreForm",
    summary: "Take a form out of the archive",
    params,
    answer,
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params: { formId } }) => formToWire(await restoreForm(ctx, formId), ctx.settings.APP_URL),
);

const setSecretRoute = route(
  {
    ...writing,
    method: "put",
    path: "/v1/forms/{formId}/challenge-secret",
    operation: "setFormChallengeSecret",
    summary: "Set the secret of a form's challenge",
    description:
      "Turnstile's. It is sealed and never returned; together with the site key it switches the challenge on.",
    params,
    body: z.strictObject({ secret: z.string().trim().min(1).max(200) }),
    answer,
    budget,
  },
  async (ctx, { params: { formId }, body }) =>
    formToWire(await setChallengeSecret(ctx, formId, body.secret), ctx.settings.APP_URL),
);

const removeSecretRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/forms/{formId}/challenge-secret",
    operation: "removeFormChallengeSecret",
    summary: "Remove the secret of a form's challenge",
    params,
    answer,
    budget,
  },
  async (ctx, { params: { formId } }) =>
    formToWire(await setChallengeSecret(ctx, formId, null), ctx.settings.APP_URL),
);

export const formRoutes = [
  listFormsRoute,
  createFormRoute,
  getFormRoute,
  updateFormRoute,
  publishRoute,
  unpublishRoute,
  duplicateRoute,
  archiveRoute,
  restoreRoute,
  setSecretRoute,
  removeSecretRoute,
];
