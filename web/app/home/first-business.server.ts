import type { Api } from "~/api.server";
import { websiteSchema } from "~/businesses/schemas";
import { submitForm } from "~/form/submit.server";
import { redirectWithNotice } from "~/notices.server";

type Here = { api: Api; formData: FormData; home: string };

/** The business is there whatever becomes of the reading; its page tells how that goes, and what to do where it fails. */
export async function addFirstBusiness({ api, formData, home }: Here) {
  const form = await submitForm({ api, formData, intent: "first-business", schema: websiteSchema }, (body) =>
    api.client.POST("/v1/businesses", { body }),
  );
  if (!form.ok) return form.answer;
  const { id: businessId, name } = form.data;
  const to = `${home}/businesses/${businessId}?part=website`;
  const params = { path: { businessId } };
  const started = await api.attempt(
    api.client.POST("/v1/businesses/{businessId}/analyses", { params, body: {} }),
  );
  if (started.ok) return redirectWithNotice(to, { message: `We are reading the website of “${name}”.` });
  return redirectWithNotice(to, { message: started.problem.detail, tone: "failed" });
}
