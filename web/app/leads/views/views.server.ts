import type { operations } from "../../../../sdk";
import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import { redirectWithNotice } from "~/notices.server";
import { allLeads, conditionIn, type SavedView } from "./address";

export async function viewsOf(api: Api, userId: string): Promise<SavedView[]> {
  const query = { limit: 100 };
  const { data } = await api.read(api.client.GET("/v1/saved-views", { params: { query } }));
  return data.map(({ id, name, visibility, ownerId, condition, sort, groupBy, columns }) => ({
    id,
    name,
    visibility,
    isMine: ownerId === userId,
    // safe: the API keeps only what it has looked at
    filter: condition as SavedView["filter"],
    sort,
    group: groupBy,
    columns,
  }));
}

type Where = { leadsTo: string; organizationId: string };

/** What a form about saved views asks for; nothing where it is about something else. */
export async function actOnView(api: Api, formData: FormData, { leadsTo, organizationId }: Where) {
  switch (formData.get("intent")) {
    case "first-view":
      return await openFirst(api, formData, { leadsTo, organizationId });
    case "create-view":
      return await createView(api, formData, leadsTo);
    case "save-view":
      return await changeView(api, formData, leadsTo, stateIn(formData));
    case "rename-view":
      return await changeView(api, formData, leadsTo, namesIn(formData));
    case "delete-view":
      return await deleteView(api, formData, leadsTo);
    default:
      return null;
  }
}

type NewView = operations["createSavedView"]["requestBody"]["content"]["application/json"];

async function createView(api: Api, formData: FormData, leadsTo: string) {
  // safe: what came by an address is looked at by the API
  const body = { ...namesIn(formData), ...stateIn(formData) } as NewView;
  const outcome = await api.attempt(api.client.POST("/v1/saved-views", { body }));
  if (!outcome.ok) return redirectWithNotice(leadsTo, { message: outcome.problem.detail, tone: "failed" });
  return redirectWithNotice(`${leadsTo}?view=${outcome.data.id}`, {
    message: `“${outcome.data.name}” is among your views.`,
  });
}

type Change = operations["updateSavedView"]["requestBody"]["content"]["application/json"];

async function changeView(api: Api, formData: FormData, leadsTo: string, change: object) {
  const body = change as Change; // safe: as above
  const viewId = textOf(formData, "id");
  const params = { path: { viewId } };
  const outcome = await api.attempt(api.client.PATCH("/v1/saved-views/{viewId}", { params, body }));
  const message = outcome.ok ? `“${outcome.data.name}” is saved.` : outcome.problem.detail;
  return redirectWithNotice(`${leadsTo}?view=${viewId}`, { message, tone: outcome.ok ? "done" : "failed" });
}

async function deleteView(api: Api, formData: FormData, leadsTo: string) {
  const path = { viewId: textOf(formData, "id") };
  const kept = await api.attempt(api.client.GET("/v1/saved-views/{viewId}", { params: { path } }));
  const outcome = await api.attempt(api.client.DELETE("/v1/saved-views/{viewId}", { params: { path } }));
  if (!outcome.ok || !kept.ok)
    return redirectWithNotice(leadsTo, { message: "This view could not be deleted.", tone: "failed" });
  const { name, visibility, condition, sort, groupBy, columns } = kept.data;
  const fields = {
    intent: "create-view",
    name,
    ...(visibility === "shared" ? { shared: "yes" } : {}),
    filter: condition ? JSON.stringify(condition) : "",
    sort,
    group: groupBy ?? "",
    columns: columns.join(","),
  };
  return redirectWithNotice(`${leadsTo}?view=${allLeads}`, {
    message: `“${name}” is deleted. The leads in it are still there.`,
    undo: { action: leadsTo, fields },
  });
}

async function openFirst(api: Api, formData: FormData, { leadsTo, organizationId }: Where) {
  const id = textOf(formData, "id");
  const preferences = { leadViews: { [organizationId]: id } };
  const outcome = await api.attempt(api.client.PATCH("/v1/me", { body: { preferences } }));
  const message = outcome.ok ? `“${textOf(formData, "name")}” opens first for you.` : outcome.problem.detail;
  return redirectWithNotice(`${leadsTo}?view=${id || allLeads}`, {
    message,
    tone: outcome.ok ? "done" : "failed",
  });
}

function namesIn(formData: FormData) {
  const visibility = formData.get("shared") === "yes" ? ("shared" as const) : ("private" as const);
  return { name: textOf(formData, "name").trim(), visibility };
}

function stateIn(formData: FormData) {
  const filter = textOf(formData, "filter");
  return {
    condition: filter ? conditionIn(filter) : null,
    sort: textOf(formData, "sort"),
    groupBy: textOf(formData, "group") || null,
    columns: textOf(formData, "columns").split(",").filter(Boolean),
  };
}
