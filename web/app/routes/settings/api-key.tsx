import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData, useLocation } from "@remix-run/react";
import type { Api } from "~/api.server";
import { submitForm } from "~/form/submit.server";
import type { Permission } from "~/frame/frame-data";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { apiKeyNameSchema, apiKeyScopesSchema } from "~/schemas/organization";
import { ApiKeyPanel } from "~/settings/api-key-panel";
import { title } from "~/titles";

export const meta = () => title("API key");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  return {
    apiKey: await findKey(api, args.params.apiKeyId ?? ""),
    grantable: frame.permissions,
    mayWrite: frame.permissions.includes("api_keys:write"),
  };
}

/** The API lists keys and gives none alone; a key may stand on a later page than the one behind the panel. */
async function findKey(api: Api, id: string) {
  let cursor: string | null = "";
  while (cursor !== null) {
    const query = { limit: 100, ...(cursor ? { cursor } : {}) };
    const page: Awaited<ReturnType<typeof listKeys>> = await listKeys(api, query);
    const found = page.data.find((key) => key.id === id);
    if (found) return found;
    cursor = page.nextCursor;
  }
  throw data(null, { status: 404 });
}

function listKeys(api: Api, query: { limit: number; cursor?: string }) {
  return api.read(api.client.GET("/v1/api-keys", { params: { query } }));
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const apiKeyId = args.params.apiKeyId ?? "";
  const { search } = new URL(args.request.url);
  const here = {
    api,
    formData,
    apiKeyId,
    to: `/o/${organization.slug}/settings/api-keys/${apiKeyId}${search}`,
  };
  const intent = formData.get("intent");
  if (intent === "rename") return rename(here);
  if (intent === "scopes") return changeScopes(here);
  throw data(null, { status: 400 });
}

type Here = { api: Api; formData: FormData; apiKeyId: string; to: string };

async function rename({ api, formData, apiKeyId, to }: Here) {
  const form = await submitForm({ api, formData, intent: "rename", schema: apiKeyNameSchema }, (body) =>
    api.client.PATCH("/v1/api-keys/{apiKeyId}", { params: { path: { apiKeyId } }, body }),
  );
  return form.ok ? redirectWithNotice(to, { message: `It is “${form.data.name}” now.` }) : form.answer;
}

async function changeScopes({ api, formData, apiKeyId, to }: Here) {
  const form = await submitForm({ api, formData, intent: "scopes", schema: apiKeyScopesSchema }, (value) => {
    // safe: the API refuses what it does not know, and says so at the field
    const scopes = value.scopes as Permission[];
    return api.client.PATCH("/v1/api-keys/{apiKeyId}", { params: { path: { apiKeyId } }, body: { scopes } });
  });
  return form.ok
    ? redirectWithNotice(to, { message: `What “${form.data.name}” may do is changed.` })
    : form.answer;
}

export default function ApiKey() {
  const { apiKey, ...rest } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  return <ApiKeyPanel key={apiKey.id} apiKey={apiKey} {...rest} closeTo={{ pathname: "..", search }} />;
}
