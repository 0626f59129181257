import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { useAnswer } from "~/form/answer";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import type { FreshWebhook } from "~/integrations/fresh-secret";
import { IntegrationsView } from "~/integrations/integrations-view";
import { webhookSchema, wordPressSchema } from "~/integrations/schemas";
import { redirectWithNotice } from "~/notices.server";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";

export const meta = () => title("Integrations");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const query = pageQueryOf(args.request);
  const [page, businesses] = await Promise.all([
    api.read(api.client.GET("/v1/integrations", { params: { query } })),
    api.read(api.client.GET("/v1/businesses", { params: { query: { limit: 100 } } })),
  ]);
  return {
    integrations: page.data,
    nextCursor: page.nextCursor,
    businesses: businesses.data.map(({ id, name }) => ({ id, name })),
    mayWrite: frame.permissions.includes("integrations:write"),
  };
}

type Entered = Awaited<ReturnType<typeof enter>>;

export async function action(args: ActionFunctionArgs) {
  const entered = await enter(args);
  const formData = await args.request.formData();
  const intent = formData.get("intent");
  if (intent === "wordpress") return connectWordPress(entered, formData);
  if (intent === "webhook") return connectWebhook(entered, formData);
  throw data(null, { status: 400 });
}

/** Connected, then tried at once: what came of it stands on its panel, where it can be put right. */
async function connectWordPress({ api, organization }: Entered, formData: FormData) {
  const submitted = { api, formData, intent: "wordpress", schema: wordPressSchema };
  const form = await submitForm(submitted, ({ businessId, ...rest }) =>
    api.client.POST("/v1/integrations", {
      body: {
        provider: "wordpress",
        ...rest,
        businessId: businessId || null,
        publishScheduled: false,
        asDraft: false,
        category: "",
      },
    }),
  );
  if (!form.ok) return form.answer;
  const { id, name } = form.data;
  const params = { path: { integrationId: id } };
  const trial = await api.attempt(api.client.POST("/v1/integrations/{integrationId}/test", { params }));
  const works = trial.ok && trial.data.ok;
  return redirectWithNotice(`/o/${organization.slug}/settings/integrations/${id}`, {
    message: works ? `“${name}” is connected and works.` : `“${name}” is kept, but does not work yet.`,
    ...(works ? {} : { tone: "failed" as const }),
  });
}

async function connectWebhook({ api }: Entered, formData: FormData) {
  const submitted = { api, formData, intent: "webhook", schema: webhookSchema };
  const form = await submitForm(submitted, ({ url, businessId }) =>
    api.client.POST("/v1/integrations", {
      body: { provider: "webhook", url, businessId: businessId || null, publishScheduled: false },
    }),
  );
  if (!form.ok) return form.answer;
  const { name, secret } = form.data;
  const fresh: FreshWebhook = { name, secret: secret ?? "" };
  return data({ intent: "webhook", result: form.submission.reply({ resetForm: true }), fresh });
}

export default function Integrations() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  const fresh = useAnswer<{ fresh?: FreshWebhook }>()?.fresh;
  return (
    <IntegrationsView
      {...rest}
      fresh={fresh}
      pages={<Pagination nextCursor={nextCursor} what="Connected services" />}
      panel={<Outlet />}
    />
  );
}
