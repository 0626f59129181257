import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData, useLocation } from "@remix-run/react";
import type { Api } from "~/api.server";
import { useAnswer } from "~/form/answer";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { IntegrationPanel } from "~/integrations/integration-panel";
import { disconnectSchema, integrationSchema, newPasswordSchema } from "~/integrations/schemas";
import { redirectWithNotice } from "~/notices.server";
import { title } from "~/titles";

export const meta = () => title("Integration");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  return {
    integration: await read(api, args.params.integrationId ?? ""),
    mayWrite: frame.permissions.includes("integrations:write"),
  };
}

function read(api: Api, integrationId: string) {
  const params = { path: { integrationId } };
  return api.read(api.client.GET("/v1/integrations/{integrationId}", { params }));
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const integrationId = args.params.integrationId ?? "";
  const list = `/o/${organization.slug}/settings/integrations`;
  const here = { api, formData, params: { path: { integrationId } }, list, to: `${list}/${integrationId}` };
  switch (formData.get("intent")) {
    case "test":
      return test(here);
    case "change":
      return change(here);
    case "password":
      return replacePassword(here);
    case "secret":
      return newSecret(here);
    case "disconnect":
      return disconnect(here);
    default:
      throw data(null, { status: 400 });
  }
}

type Here = {
  api: Api;
  formData: FormData;
  params: { path: { integrationId: string } };
  list: string;
  to: string;
};

async function test({ api, params, to }: Here) {
  const outcome = await api.attempt(api.client.POST("/v1/integrations/{integrationId}/test", { params }));
  if (!outcome.ok) return redirectWithNotice(to, { message: outcome.problem.detail, tone: "failed" });
  const { ok, message } = outcome.data;
  return redirectWithNotice(to, { message, ...(ok ? {} : { tone: "failed" as const }) });
}

async function change({ api, formData, params, to }: Here) {
  const { provider } = await read(api, params.path.integrationId);
  const form = await submitForm({ api, formData, intent: "change", schema: integrationSchema }, (value) => {
    const { name, publishScheduled, asDraft, category = "" } = value;
    const own = provider === "wordpress" ? { asDraft, category } : {};
    const body = { ...(name ? { name } : {}), publishScheduled, ...own };
    return api.client.PATCH("/v1/integrations/{integrationId}", { params, body });
  });
  return form.ok ? redirectWithNotice(to, { message: "The changes are saved." }) : form.answer;
}

async function replacePassword({ api, formData, params, to }: Here) {
  const form = await submitForm({ api, formData, intent: "password", schema: newPasswordSchema }, (body) =>
    api.client.PATCH("/v1/integrations/{integrationId}", { params, body }),
  );
  return form.ok
    ? redirectWithNotice(to, { message: "The password is replaced. Test the connection." })
    : form.answer;
}

async function newSecret({ api, params, to }: Here) {
  const rotation = api.client.POST("/v1/integrations/{integrationId}/secret", { params });
  const outcome = await api.attempt(rotation);
  if (outcome.ok) return data({ intent: "secret", secret: outcome.data.secret ?? undefined });
  return redirectWithNotice(to, { message: outcome.problem.detail, tone: "failed" });
}

/** The name is compared here too, so that it also holds without script. */
async function disconnect({ api, formData, params, list, to }: Here) {
  const { name } = await read(api, params.path.integrationId);
  const typed = disconnectSchema.safeParse({ confirmation: formData.get("confirmation") });
  if (typed.data?.confirmation.trim() !== name)
    return redirectWithNotice(to, { message: "Type the name to disconnect.", tone: "failed" });
  const act = api.client.DELETE("/v1/integrations/{integrationId}", { params });
  return pressButton({ api, act, to: list, done: { message: `“${name}” is disconnected.` } });
}

export default function IntegrationScreen() {
  const { integration, mayWrite } = useLoaderData<typeof loader>();
  const secret = useAnswer<{ secret?: string }>()?.secret;
  const { search } = useLocation();
  return (
    <IntegrationPanel
      key={integration.id}
      integration={integration}
      mayWrite={mayWrite}
      secret={secret}
      closeTo={{ pathname: "..", search }}
    />
  );
}
