import { data } from "@remix-run/cloudflare";
import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import type { Notice } from "~/toasts/notify";
import type { operations } from "../../../sdk";
import { sayChange } from "./edit";

type TaskChangeSent = operations["updateActivity"]["requestBody"]["content"]["application/json"];

/** What is pressed beside a task, wherever it stands: words about it, and what takes it back. */
export async function actOnActivity(api: Api, formData: FormData, here: string): Promise<Notice> {
  const intent = textOf(formData, "intent");
  const act = intent in acts ? acts[intent as keyof typeof acts] : null; // safe: just looked
  if (!act) throw data(null, { status: 400 });
  const [id, title] = [textOf(formData, "id"), textOf(formData, "title")];
  const outcome = await api.attempt(act.ask(api, id, formData));
  const told = crypto.randomUUID();
  if (!outcome.ok) {
    const { errors, detail } = outcome.problem;
    return { id: told, message: errors[0]?.detail ?? detail, tone: "failed" };
  }
  const undo = { action: here, fields: { id, title, ...act.back(formData) } };
  const isUndo = textOf(formData, "quiet") === "yes";
  return { id: told, message: act.words(title, formData), ...(isUndo ? {} : { undo }) };
}

function paramsOf(activityId: string) {
  return { params: { path: { activityId } } };
}

const acts = {
  complete: {
    ask: ({ client }: Api, id: string) =>
      client.PUT("/v1/activities/{activityId}/completion", { ...paramsOf(id), body: {} }),
    words: (title: string) => `“${title}” is done.`,
    back: () => ({ intent: "reopen" }),
  },
  reopen: {
    ask: ({ client }: Api, id: string) =>
      client.DELETE("/v1/activities/{activityId}/completion", paramsOf(id)),
    words: (title: string) => `“${title}” is open again.`,
    back: () => ({ intent: "complete" }),
  },
  remove: {
    ask: ({ client }: Api, id: string) => client.PUT("/v1/activities/{activityId}/deletion", paramsOf(id)),
    words: (title: string) => `“${title}” is deleted.`,
    back: () => ({ intent: "bring-back" }),
  },
  "bring-back": {
    ask: ({ client }: Api, id: string) => client.DELETE("/v1/activities/{activityId}/deletion", paramsOf(id)),
    words: (title: string) => `“${title}” is back.`,
    back: () => ({ intent: "remove" }),
  },
  change: {
    ask: ({ client }: Api, id: string, formData: FormData) =>
      client.PATCH("/v1/activities/{activityId}", { ...paramsOf(id), body: changeIn(formData) }),
    words: (title: string, formData: FormData) => sayChange(changeIn(formData), title),
    back: (formData: FormData) => ({
      intent: "change",
      change: textOf(formData, "was"),
      was: textOf(formData, "change"),
    }),
  },
};

function changeIn(formData: FormData): TaskChangeSent {
  // safe: the API refuses what it does not know, and says so
  return JSON.parse(textOf(formData, "change")) as TaskChangeSent;
}
