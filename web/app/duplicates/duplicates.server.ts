import { data, redirect } from "@remix-run/cloudflare";
import * as z from "zod";
import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import { lineOf } from "~/leads/wire.server";
import { answerWithNotice } from "~/notices.server";
import { problemOf, throwProblem } from "~/problem.server";
import type { components } from "../../../sdk";
import type { Pair } from "./duplicate";

export function pairOf({ id, score, reasons, leads }: components["schemas"]["LeadDuplicate"]): Pair[] {
  const [older, newer] = leads.map(lineOf);
  return older && newer ? [{ id, score, reasons, leads: [older, newer] }] : [];
}

const merged = z.object({ current: z.object({ mergedInto: z.string() }) });

/** The lead of an address. One that was merged leads on to the lead that took it up. */
export async function readLeadOrGoOn({ client }: Api, leadId: string, leadsTo: string) {
  const answer = await client.GET("/v1/leads/{leadId}", { params: { path: { leadId } } });
  if (answer.data) return answer.data;
  const problem = merged.safeParse(answer.error);
  if (problem.success) throw redirect(`${leadsTo}/${problem.data.current.mergedInto}`);
  return throwProblem(await problemOf(answer.response, answer.error));
}

type Where = { leadsTo: string; here: string };

/** What is decided about pairs and merges, wherever the button stands. */
export async function actOnDuplicates(api: Api, formData: FormData, where: Where) {
  switch (formData.get("intent")) {
    case "dismiss":
      return await dismiss(api, formData, where);
    case "reopen":
      return await reopen(api, formData, where);
    case "scan":
      return await scan(api, formData, where);
    case "unmerge":
      return await unmerge(api, formData, where);
    default:
      throw data(null, { status: 400 });
  }
}

const dismissal = "/v1/lead-duplicates/{duplicateId}/dismissal" as const;

async function dismiss({ client, attempt }: Api, formData: FormData, { leadsTo, here }: Where) {
  const duplicateId = textOf(formData, "id");
  const outcome = await attempt(client.PUT(dismissal, { params: { path: { duplicateId } } }));
  if (!outcome.ok) return failed(formData, here, outcome.problem.detail);
  const undo = { action: `${leadsTo}/duplicates`, fields: { intent: "reopen", id: duplicateId } };
  return answerWithNotice(formData, here, {
    message: "They are two people. The pair is not shown again.",
    undo,
  });
}

async function reopen({ client, attempt }: Api, formData: FormData, { here }: Where) {
  const path = { duplicateId: textOf(formData, "id") };
  const outcome = await attempt(client.DELETE(dismissal, { params: { path } }));
  if (!outcome.ok) return failed(formData, here, outcome.problem.detail);
  return answerWithNotice(formData, here, { message: "The pair is back." });
}

async function scan({ client, attempt }: Api, formData: FormData, { here }: Where) {
  const outcome = await attempt(client.POST("/v1/lead-duplicate-scans"));
  if (!outcome.ok) return failed(formData, here, outcome.problem.detail);
  return answerWithNotice(formData, here, { message: "All leads are being looked through." });
}

async function unmerge({ client, attempt }: Api, formData: FormData, { leadsTo, here }: Where) {
  const path = { leadMergeId: textOf(formData, "id") };
  const outcome = await attempt(client.DELETE("/v1/lead-merges/{leadMergeId}", { params: { path } }));
  if (!outcome.ok) return failed(formData, here, outcome.problem.detail);
  return answerWithNotice(formData, `${leadsTo}/${outcome.data.mergedId}`, {
    message: "They are two leads again, as they were.",
  });
}

export async function merge({ client, attempt }: Api, formData: FormData, { leadsTo, here }: Where) {
  const [leadId, mergedId] = [textOf(formData, "keep"), textOf(formData, "merge")];
  const choices = choicesIn(formData);
  const outcome = await attempt(client.POST("/v1/lead-merges", { body: { leadId, mergedId, choices } }));
  if (!outcome.ok) return failed(formData, here, outcome.problem.detail);
  const undo = { action: `${leadsTo}/duplicates`, fields: { intent: "unmerge", id: outcome.data.id } };
  return answerWithNotice(formData, `${leadsTo}/${leadId}`, { message: "They are one lead now.", undo });
}

type Choice = "kept" | "merged" | "both";

function choicesIn(formData: FormData): Record<string, Choice> {
  const chosen = [...formData.entries()].flatMap(([name, value]) =>
    name.startsWith("choice.") && isChoice(value) ? [[name.slice("choice.".length), value] as const] : [],
  );
  return Object.fromEntries(chosen);
}

function isChoice(value: unknown): value is Choice {
  return value === "kept" || value === "merged" || value === "both";
}

function failed(formData: FormData, here: string, message: string) {
  return answerWithNotice(formData, here, { message, tone: "failed" });
}
