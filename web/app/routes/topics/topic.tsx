import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData, useLocation } from "@remix-run/react";
import type { output } from "zod";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { topicSchema } from "~/schemas/topic";
import { title } from "~/titles";
import { businessOf } from "~/topics/business.server";
import { TopicPanel } from "~/topics/topic-panel";

export const meta = () => title("Topic");

type Entered = Awaited<ReturnType<typeof enter>>;

/** `new` is a topic that is not there yet. */
export async function loader(args: LoaderFunctionArgs) {
  const entered = await enter(args);
  const topic = await topicOf(entered, args.params.topicId ?? "");
  const { organization, frame } = entered;
  return {
    topic,
    strategies: await strategiesOf(entered, args.request, topic?.businessId),
    mayWrite: frame.permissions.includes("content:write"),
    list: `/o/${organization.slug}/topics`,
  };
}

async function topicOf({ api }: Entered, topicId: string) {
  if (topicId === "new") return undefined;
  return await api.read(api.client.GET("/v1/topics/{topicId}", { params: { path: { topicId } } }));
}

async function strategiesOf({ api }: Entered, request: Request, ofTopic: string | undefined) {
  const businessId = ofTopic ?? (await businessOf(api, request)).business?.id;
  if (!businessId) return [];
  const params = { path: { businessId }, query: { limit: 100 } };
  const { data } = await api.read(api.client.GET("/v1/businesses/{businessId}/strategies", { params }));
  return data.map(({ id, name }) => ({ id, name }));
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const topicId = args.params.topicId ?? "";
  const list = `/o/${organization.slug}/topics`;
  const { search } = new URL(args.request.url);
  if (topicId !== "new") {
    const params = { path: { topicId } };
    const form = await submitForm({ api, formData, intent: "save", schema: topicSchema }, (value) =>
      api.client.PATCH("/v1/topics/{topicId}", { params, body: bodyOf(value) }),
    );
    return form.ok ? redirectWithNotice(`${list}${search}`, { message: "The topic is saved." }) : form.answer;
  }
  const businessId = (await businessOf(api, args.request)).business?.id ?? "";
  const params = { path: { businessId } };
  const form = await submitForm({ api, formData, intent: "save", schema: topicSchema }, (value) =>
    api.client.POST("/v1/businesses/{businessId}/topics", { params, body: bodyOf(value) }),
  );
  if (!form.ok) return form.answer;
  const to = `${list}?business=${businessId}&status=chosen`;
  return redirectWithNotice(to, { message: "The topic is added, and chosen." });
}

function bodyOf({ strategyId, momentName, ...rest }: output<typeof topicSchema>) {
  const { situation, question, nextStep, ...topic } = rest;
  const name = momentName || situation.slice(0, 120) || question.slice(0, 120);
  const scenario = name ? { name, situation, question, nextStep } : null;
  return { ...topic, scenario, strategyId: strategyId || null };
}

export default function Topic() {
  const { list, ...rest } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  return <TopicPanel key={rest.topic?.id ?? "new"} {...rest} listTo={`${list}${search}`} />;
}
