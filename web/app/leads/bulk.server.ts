import * as z from "zod";
import type { operations } from "../../../sdk";
import type { Api } from "~/api.server";
import type { BulkRun } from "./table/bulk";
import { askedIn } from "./views/asked";

type Body = operations["startBulkAction"]["requestBody"]["content"]["application/json"];
type Wire = operations["getBulkAction"]["responses"]["200"]["content"]["application/json"];

const asked = z.object({
  select: z.union([z.object({ ids: z.array(z.string()) }), z.object({ query: z.string() })]),
  change: z.looseObject({ kind: z.string() }),
});

export async function startBulk(api: Api, request: Request): Promise<Response> {
  const { select, change } = asked.parse(await request.json());
  const body = { select: "ids" in select ? select : matching(select.query), change };
  // safe: the API refuses what it does not know, and says so
  const outcome = await api.attempt(api.client.POST("/v1/lead-bulk-actions", { body: body as Body }));
  if (outcome.ok) return Response.json(runOf(outcome.data));
  return Response.json({ message: outcome.problem.errors[0]?.detail ?? outcome.problem.detail });
}

/** All that the table asks for, whether they were read or not. */
function matching(query: string) {
  const { filter } = askedIn(new URLSearchParams(query));
  return { filters: filter ? { condition: filter } : {} };
}

export function runOf({ id, change, status, total, done, changed, failed, errorMessage }: Wire): BulkRun {
  return { id, kind: String(change["kind"]), status, total, done, changed, failed, errorMessage };
}
