import type { components } from "../../../../sdk";
import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import { answerWithNotice } from "~/notices.server";
import { lineOf } from "../wire.server";
import type { Column } from "./board";
import type { BoardFilters } from "./board-filter";

export function filtersIn(search: URLSearchParams): BoardFilters {
  const text = (name: string) => search.get(name) ?? "";
  return { owner: text("owner"), source: text("source"), tag: text("tag") };
}

export async function boardOf(api: Api, filters: BoardFilters): Promise<Column[]> {
  const query = { limit: 25, ...queryOf(filters) };
  const { columns } = await api.read(api.client.GET("/v1/lead-board", { params: { query } }));
  return columns.map(({ leads, ...column }) => ({ ...column, leads: leads.map(lineOf) }));
}

/** The next cards of one stage. */
export async function moreOf(api: Api, stageId: string, cursor: string, filters: BoardFilters) {
  const params = { path: { stageId }, query: { limit: 50, cursor, ...queryOf(filters) } };
  const page = await api.read(api.client.GET("/v1/lead-board/{stageId}", { params }));
  return { leads: page.data.map(lineOf), nextCursor: page.nextCursor };
}

function queryOf({ owner, source, tag }: BoardFilters) {
  return {
    ...(owner ? { assignedTo: owner } : {}),
    ...(source ? { sourceId: source } : {}),
    ...(tag ? { tagId: tag } : {}),
  };
}

type Stage = components["schemas"]["LeadStage"];

/** Puts a lead where it was let go; the notice that says so can take it back. */
export async function moveOnBoard(api: Api, formData: FormData, boardTo: string) {
  const text = (name: string) => textOf(formData, name);
  const [id, name, stageId] = [text("id"), text("name"), text("stageId")];
  const body = {
    stageId,
    ...(text("before") ? { beforeId: text("before") } : {}),
    ...(text("after") ? { afterId: text("after") } : {}),
    ...(text("reason") ? { reason: text("reason") } : {}),
  };
  const params = { path: { leadId: id } };
  const outcome = await api.attempt(api.client.PUT("/v1/leads/{leadId}/stage", { params, body }));
  if (!outcome.ok)
    return answerWithNotice(formData, boardTo, { message: outcome.problem.detail, tone: "failed" });
  if (stageId === text("wasStageId")) return answerWithNotice(formData, boardTo, orderKept(name));
  const stages = await api.read(api.client.GET("/v1/lead-stages"));
  return answerWithNotice(formData, boardTo, {
    message: `${name} moved to ${nameIn(stages.data, stageId)}.`,
    undo: { action: boardTo, fields: backOf(text) },
  });
}

function orderKept(name: string) {
  return { message: `${name} keeps its new place.` };
}

function nameIn(stages: readonly Stage[], id: string): string {
  return stages.find((stage) => stage.id === id)?.name ?? "another stage";
}

function backOf(text: (name: string) => string): Record<string, string> {
  return {
    intent: "move",
    id: text("id"),
    name: text("name"),
    stageId: text("wasStageId"),
    before: text("wasBefore"),
    after: text("wasAfter"),
    reason: "Taken back",
    wasStageId: text("stageId"),
    wasBefore: text("before"),
    wasAfter: text("after"),
  };
}
