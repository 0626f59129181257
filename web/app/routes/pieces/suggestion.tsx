import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import * as z from "zod";
import { enter } from "~/frame/frame.server";
import type { SuggestAnswer } from "~/pieces/text/rich-text-props";

const asked = z.union([
  z.object({ selection: z.string(), instruction: z.string() }),
  z.object({ generationId: z.string(), accepted: z.boolean() }),
]);

/** Other words for a passage, and what came of them; the page stays as it is meanwhile. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const wish = asked.parse(await args.request.json());
  if ("generationId" in wish) {
    const { generationId, accepted } = wish;
    const params = { path: { generationId } };
    const outcome = await api.attempt(
      api.client.PATCH("/v1/generations/{generationId}", { params, body: { accepted } }),
    );
    return Response.json({ ok: outcome.ok });
  }
  const params = { path: { pieceId: args.params.pieceId ?? "" } };
  const outcome = await api.attempt(
    api.client.POST("/v1/pieces/{pieceId}/suggestions", { params, body: wish }),
  );
  if (outcome.ok) return tell({ ok: true, suggestion: outcome.data });
  const [first] = outcome.problem.errors;
  return tell({ ok: false, message: first?.detail ?? outcome.problem.detail });
}

function tell(answer: SuggestAnswer): Response {
  return Response.json(answer);
}
