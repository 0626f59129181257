import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import * as z from "zod";
import type { WordsAnswer } from "~/forms/builder/suggest-words";
import { enter } from "~/frame/frame.server";

const asked = z.object({ audience: z.string() });

/** Words for some readers, to be looked at; nothing of the form changes by asking. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const body = asked.parse(await args.request.json());
  const params = { path: { formId: args.params.formId ?? "" } };
  const outcome = await api.attempt(
    api.client.POST("/v1/forms/{formId}/wording-suggestions", { params, body }),
  );
  if (outcome.ok) return tell({ texts: outcome.data.texts });
  const [first] = outcome.problem.errors;
  return tell({ failed: first?.detail ?? outcome.problem.detail });
}

function tell(answer: WordsAnswer): Response {
  return Response.json(answer);
}
