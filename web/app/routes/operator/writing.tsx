import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { type Api, connect } from "~/api.server";
import { textOf } from "~/form/form-data";
import { submitForm } from "~/form/submit.server";
import { forgetWritingStop } from "~/frame/writing.server";
import { redirectWithNotice } from "~/notices.server";
import { WritingView } from "~/operator/writing-view";
import { nothingSchema, platformLimitsSchema, stopSchema } from "~/schemas/spend";
import { title } from "~/titles";

export const meta = () => title("Writing");

export async function loader(args: LoaderFunctionArgs) {
  const api = connect(args);
  return { desk: await api.read(api.client.GET("/v1/operator/writing")) };
}

const here = "/operator/writing";

export async function action(args: ActionFunctionArgs) {
  const api = connect(args);
  const formData = await args.request.formData();
  const act = acts[textOf(formData, "intent")];
  if (!act) throw data(null, { status: 400 });
  const answer = await act(api, formData);
  forgetWritingStop();
  return answer;
}

const acts: Record<string, (api: Api, formData: FormData) => Promise<unknown>> = { stop, resume, limits };

async function stop(api: Api, formData: FormData) {
  const form = await submitForm({ api, formData, intent: "stop", schema: stopSchema }, ({ reason }) =>
    api.client.POST("/v1/operator/writing-stop", { body: { reason } }),
  );
  return form.ok ? redirectWithNotice(here, { message: "All writing is stopped." }) : form.answer;
}

async function resume(api: Api, formData: FormData) {
  const form = await submitForm({ api, formData, intent: "resume", schema: nothingSchema }, () =>
    api.client.DELETE("/v1/operator/writing-stop"),
  );
  return form.ok ? redirectWithNotice(here, { message: "Writing goes on." }) : form.answer;
}

async function limits(api: Api, formData: FormData) {
  const form = await submitForm({ api, formData, intent: "limits", schema: platformLimitsSchema }, (body) =>
    api.client.PATCH("/v1/operator/writing-limits", { body }),
  );
  return form.ok ? redirectWithNotice(here, { message: "The limits are saved." }) : form.answer;
}

export default function Writing() {
  return <WritingView {...useLoaderData<typeof loader>()} />;
}
