import { data } from "@remix-run/cloudflare";
import type { Api } from "~/api.server";
import { rulesOf as assignmentRulesOf } from "~/assignment/assignment.server";
import { textOf } from "~/form/form-data";
import { rulesOf as scoringRulesOf } from "~/scoring/rules.server";
import type { Notice } from "~/toasts/notify";
import type { OrderedList } from "./use-order";

/** Moves one of a list, unless the list is no longer in the order that its reader saw. */
export async function moveInOrder(api: Api, formData: FormData, here: string): Promise<Notice> {
  const [list, id, name] = [textOf(formData, "list"), textOf(formData, "id"), textOf(formData, "name")];
  if (!isOrdered(list)) throw data(null, { status: 400 });
  const [to, told] = [Number(textOf(formData, "to")), crypto.randomUUID()];
  const ids = (await orders[list].read(api)).map((item) => item.id);
  if (ids.join(" ") !== textOf(formData, "was"))
    return { id: told, message: changedMeanwhile, tone: "failed" };
  const outcome = await api.attempt(orders[list].move(api, id, to));
  if (!outcome.ok) return { id: told, message: outcome.problem.detail, tone: "failed" };
  const message = `“${name}” has another place now.`;
  if (textOf(formData, "quiet") === "yes") return { id: told, message };
  const was = ids
    .filter((each) => each !== id)
    .toSpliced(to, 0, id)
    .join(" ");
  const fields = { list, id, name, to: String(ids.indexOf(id)), was };
  return { id: told, message, undo: { action: here, fields } };
}

const changedMeanwhile = "Somebody has just changed this order. Look at it again.";

type Answering = Parameters<Api["attempt"]>[0];
type Order = {
  read(api: Api): Promise<{ id: string }[]>;
  move(api: Api, id: string, position: number): Answering;
};

const orders: Record<OrderedList, Order> = {
  "assignment-rules": {
    read: assignmentRulesOf,
    move: ({ client }, ruleId, position) =>
      client.PATCH("/v1/assignment-rules/{ruleId}", { params: { path: { ruleId } }, body: { position } }),
  },
  "scoring-rules": {
    read: scoringRulesOf,
    move: ({ client }, ruleId, position) =>
      client.PATCH("/v1/scoring-rules/{ruleId}", { params: { path: { ruleId } }, body: { position } }),
  },
  "lead-stages": {
    read: async ({ client, read }) => (await read(client.GET("/v1/lead-stages"))).data,
    move: ({ client }, stageId, position) =>
      client.PATCH("/v1/lead-stages/{stageId}", { params: { path: { stageId } }, body: { position } }),
  },
};

function isOrdered(list: string): list is OrderedList {
  return Object.hasOwn(orders, list);
}
