import { data } from "@remix-run/cloudflare";
import { type Api, pathOf } from "~/api.server";
import { textOf } from "~/form/form-data";
import { answerWithNotice } from "~/notices.server";

/** Archives, restores or makes the default; archiving can be taken back from its notice. */
export async function changeStrategy(api: Api, request: Request, formData: FormData) {
  const { client } = api;
  const [intent, id, name] = ["intent", "id", "name"].map((field) => textOf(formData, field));
  const params = { path: { strategyId: id ?? "" } };
  const to = pathOf(request);
  const undo = (back: string) => ({ action: to, fields: { intent: back, id: id ?? "", name: name ?? "" } });
  const acts = {
    archive: () => client.PUT("/v1/strategies/{strategyId}/archive", { params }),
    restore: () => client.DELETE("/v1/strategies/{strategyId}/archive", { params }),
    default: () => client.PUT("/v1/strategies/{strategyId}/default", { params }),
  };
  const done = {
    archive: { message: `“${name}” is archived.`, undo: undo("restore") },
    restore: { message: `“${name}” is in use again.`, undo: undo("archive") },
    default: { message: `“${name}” is the default now.` },
  };
  if (intent !== "archive" && intent !== "restore" && intent !== "default") throw data(null, { status: 400 });
  const outcome = await api.attempt(acts[intent]());
  if (outcome.ok) return answerWithNotice(formData, to, done[intent]);
  return answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
}
