import { type ActionFunctionArgs, redirect } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";
import type { UploadAnswer } from "~/imports/use-upload";
import { redirectWithNotice } from "~/notices.server";

/** The file goes through as it comes; without script it comes as a form. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const { api, organization } = await enter(args);
  const here = `/o/${organization.slug}/leads/import`;
  const { request } = args;
  const isForm = (request.headers.get("content-type") ?? "").startsWith("multipart/form-data");
  const { name, body } = isForm ? await fromForm(request) : fromBody(request);
  const outcome = await api.attempt(
    api.client.POST("/v1/lead-imports", {
      params: { query: { fileName: name || "leads.csv" } },
      headers: { "content-type": "text/csv" },
      // safe: handed on as it is by the serializer below
      body: body as unknown as string,
      bodySerializer: (stream) => stream,
    }),
  );
  if (outcome.ok) {
    const to = `${here}/${outcome.data.id}`;
    return isForm ? redirect(to) : Response.json({ to } satisfies UploadAnswer);
  }
  const message = outcome.problem.errors[0]?.detail ?? outcome.problem.detail;
  if (isForm) return await redirectWithNotice(here, { message, tone: "failed" });
  return Response.json({ message } satisfies UploadAnswer);
}

function fromBody({ url, body }: Request) {
  return { name: new URL(url).searchParams.get("fileName") ?? "", body };
}

async function fromForm(request: Request) {
  const file = (await request.formData()).get("file");
  return file instanceof File ? { name: file.name, body: file.stream() } : { name: "", body: null };
}
