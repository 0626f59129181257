import { useAnswer } from "~/form/answer";
import { textOf } from "~/form/form-data";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { confirmPath, pressButton, submitForm } from "~/form/submit.server";
import type { Permission } from "~/frame/frame-data";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { pageQueryOf } from "~/page-query";
import { apiKeySchema } from "~/schemas/organization";
import { ApiKeysView, type FreshKey } from "~/settings/api-keys-view";
import { title } from "~/titles";
import { redirect } from "@remix-run/cloudflare";

export const meta = () => title("API keys");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const keys = await api.read(
    api.client.GET("/v1/api-keys", { params: { query: pageQueryOf(args.request) } }),
  );
  return {
    keys: keys.data,
    nextCursor: keys.nextCursor,
    grantable: frame.permissions,
    mayWrite: frame.permissions.includes("api_keys:write"),
    host: new URL(args.request.url).origin,
  };
}

type Entered = Awaited<ReturnType<typeof enter>>;

export async function action(args: ActionFunctionArgs) {
  const entered = await enter(args);
  const formData = await args.request.formData();
  const intent = formData.get("intent");
  if (intent === "create") return create(entered, formData);
  if (intent === "rotate") return rotate(entered, formData);
  if (intent === "revoke") return revoke(entered, formData);
  throw data(null, { status: 400 });
}

async function create({ api }: Entered, formData: FormData) {
  const form = await submitForm({ api, formData, intent: "create", schema: apiKeySchema }, (value) => {
    // safe: the API refuses what it does not know, and says so at the field
    const scopes = value.scopes as Permission[];
    const body = { name: value.name, scopes, expiresAt: expiryOf(value.expires), rateLimitPerHour: 3_600 };
    return api.client.POST("/v1/api-keys", { body });
  });
  if (!form.ok) return form.answer;
  const { name, secret } = form.data;
  return data({
    intent: "create",
    result: form.submission.reply({ resetForm: true }),
    fresh: { name, secret },
  });
}

const dayMs = 86_400_000;

/** At the end of a day, so that the form asks for the same key again when it is sent again. */
function expiryOf(days: string): string | null {
  if (days === "never") return null;
  return new Date((Math.ceil(Date.now() / dayMs) + Number(days)) * dayMs).toISOString();
}

/** The old secret works for another hour, so that the program can be changed over. */
async function rotate({ api, organization }: Entered, formData: FormData) {
  const params = { path: { apiKeyId: textOf(formData, "id") } };
  const rotation = api.client.POST("/v1/api-keys/{apiKeyId}/rotation", {
    params,
    body: { graceSeconds: 3_600 },
  });
  const outcome = await api.attempt(rotation);
  const to = `/o/${organization.slug}/settings/api-keys`;
  if (outcome.ok)
    return data({ intent: "rotate", fresh: { name: outcome.data.name, secret: outcome.data.secret } });
  if (outcome.problem.code === "reauthentication_required") return redirect(confirmPath(to));
  return redirectWithNotice(to, { message: outcome.problem.detail, tone: "failed" });
}

async function revoke({ api, organization }: Entered, formData: FormData) {
  const params = { path: { apiKeyId: textOf(formData, "id") } };
  const act = api.client.DELETE("/v1/api-keys/{apiKeyId}", { params });
  const to = `/o/${organization.slug}/settings/api-keys`;
  return pressButton({
    api,
    act,
    to,
    done: { message: `“${textOf(formData, "name")}” no longer works.` },
  });
}

export default function ApiKeys() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  const fresh = useAnswer<{ fresh?: FreshKey }>()?.fresh;
  return (
    <ApiKeysView
      {...rest}
      fresh={fresh}
      pages={<Pagination nextCursor={nextCursor} what="API keys" />}
      panel={<Outlet />}
    />
  );
}
