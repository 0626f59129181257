import type { Api } from "~/api.server";
import type { ChecklistStep } from "./checklist";

/** Readers become leads by a form: it is done once one of the newest is where visitors can answer it. */
export async function captureSteps(api: Api, home: string): Promise<ChecklistStep[]> {
  const forms = await api.read(api.client.GET("/v1/forms", { params: { query: { limit: 20 } } }));
  const newest = forms.data[0];
  return [
    {
      id: "form",
      name: "Publish a form",
      why: "Whoever answers it becomes a lead, with the piece that brought them.",
      to: newest ? `${home}/forms/${newest.id}` : `${home}/forms/new`,
      done: forms.data.some(({ state }) => state === "published"),
    },
  ];
}
