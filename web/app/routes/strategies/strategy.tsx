import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import type { output } from "zod";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { strategySchema } from "~/schemas/strategy";
import { StrategyView } from "~/strategies/strategy-view";
import { title } from "~/titles";
import { businessOf } from "~/topics/business.server";

export const meta = () => title("Strategy");

/** `new` is a strategy that is not there yet. */
export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const strategyId = args.params.strategyId ?? "";
  const path = { strategyId };
  const strategy =
    strategyId === "new"
      ? undefined
      : await api.read(api.client.GET("/v1/strategies/{strategyId}", { params: { path } }));
  const businessId = strategy?.businessId ?? (await businessOf(api, args.request)).business?.id;
  return {
    strategy,
    mayWrite: frame.permissions.includes("content:write"),
    listTo: `/o/${organization.slug}/strategies${businessId ? `?business=${businessId}` : ""}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const strategyId = args.params.strategyId ?? "";
  const submitted = { api, formData, intent: "save", schema: strategySchema };
  const form =
    strategyId === "new"
      ? await create(submitted, args.request)
      : await submitForm(submitted, (value) =>
          api.client.PATCH("/v1/strategies/{strategyId}", {
            params: { path: { strategyId } },
            body: bodyOf(value),
          }),
        );
  if (!form.ok) return form.answer;
  const { businessId, name } = form.data;
  const to = `/o/${organization.slug}/strategies?business=${businessId}`;
  return redirectWithNotice(to, { message: `Strategy “${name}” is saved.` });
}

type Submitted = Parameters<typeof submitForm<typeof strategySchema, unknown>>[0];

async function create(submitted: Submitted, request: Request) {
  const { api } = submitted;
  const businessId = (await businessOf(api, request)).business?.id ?? "";
  const params = { path: { businessId } };
  return await submitForm(submitted, (value) =>
    api.client.POST("/v1/businesses/{businessId}/strategies", { params, body: bodyOf(value) }),
  );
}

function bodyOf(value: output<typeof strategySchema>) {
  const { decisionMakers, problems, searchBehavior, ...rest } = value;
  return { ...rest, customerPsychology: { decisionMakers, problems, searchBehavior } };
}

export default function Strategy() {
  const { strategy, ...rest } = useLoaderData<typeof loader>();
  return <StrategyView key={strategy?.id ?? "new"} strategy={strategy} {...rest} />;
}
