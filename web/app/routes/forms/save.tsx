import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import * as z from "zod";
import type { operations } from "../../../../sdk";
import { definitionOf, type FormWords, inOrder, sendable, wordsOf } from "~/forms/builder/form-words";
import type { FormSaveAnswer } from "~/forms/builder/save-form";
import { formOf, sent } from "~/forms/form.server";
import { enter } from "~/frame/frame.server";
import { problemOf } from "~/problem.server";

const asked = z.object({ revision: z.number().int(), words: z.record(z.string(), z.unknown()) });

type Change = operations["updateForm"]["requestBody"]["content"]["application/json"];

/** Autosave asks here by itself, so that a save reads no page again and no cut can take the page away. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const { revision, words } = asked.parse(await args.request.json());
  const { data, error, response } = await api.client.PATCH("/v1/forms/{formId}", {
    params: { path: { formId: args.params.formId ?? "" } },
    body: changeOf(words as FormWords, revision), // safe: the API refuses what it does not know, and says where
  });
  if (data) return tell({ kind: "saved", revision: data.revision, approvalRemoved: false });
  const problem = await problemOf(response, error);
  const current = newerForm(error);
  if (problem.code === "changed_meanwhile" && current)
    return tell({ kind: "changed", words: inOrder(wordsOf(current)), revision: current.revision });
  if (problem.status >= 500) return Response.json(null, { status: problem.status });
  const [first] = problem.errors;
  return tell({ kind: "refused", message: first?.detail ?? problem.detail, errors: problem.errors });
}

function changeOf(words: FormWords, revision: number): Change {
  const { name, settings, aiPersonalizationEnabled } = words;
  return {
    revision,
    name,
    settings,
    aiPersonalizationEnabled,
    definition: sent(sendable(definitionOf(words))),
  };
}

function tell(answer: FormSaveAnswer): Response {
  return Response.json(answer);
}

function newerForm(error: unknown) {
  if (typeof error !== "object" || error === null || !("current" in error)) return null;
  return formOf(error.current as Parameters<typeof formOf>[0]); // safe: a conflict about a form brings the form
}
