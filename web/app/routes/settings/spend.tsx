import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { type Api, pathOf } from "~/api.server";
import { Pagination } from "~/components/ui/pagination";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { pageQueryOf } from "~/page-query";
import { capsSchema, ratingSchema } from "~/schemas/spend";
import { everyDay, rangeOf, spanOf } from "~/spend/days";
import { SpendView } from "~/spend/spend-view";
import { title } from "~/titles";

export const meta = () => title("Spending");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const span = spanOf(new URL(args.request.url).searchParams.get("days"));
  const range = rangeOf(span, Date.now());
  const spendBy = (by: "day" | "task" | "model" | "promptVersion") =>
    api.read(api.client.GET("/v1/spend", { params: { query: { ...range, by } } }));
  const query = pageQueryOf(args.request);
  const [days, byTask, byModel, byVersion, budget, generations] = await Promise.all([
    spendBy("day"),
    spendBy("task"),
    spendBy("model"),
    spendBy("promptVersion"),
    api.read(api.client.GET("/v1/spend-budget")),
    api.read(api.client.GET("/v1/generations", { params: { query } })),
  ]);
  return {
    span,
    days: everyDay(range, days.groups),
    totalMicros: days.totalMicros,
    byTask: byTask.groups,
    byModel: byModel.groups,
    byVersion: byVersion.groups,
    budget,
    generations: generations.data,
    nextCursor: generations.nextCursor,
    mayCap: frame.permissions.includes("spend:write"),
    mayJudge: frame.permissions.includes("content:write"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const formData = await args.request.formData();
  const to = pathOf(args.request);
  if (formData.get("intent") === "rate") return rate(api, formData, to);
  const form = await submitForm({ api, formData, intent: "caps", schema: capsSchema }, (body) =>
    api.client.PATCH("/v1/spend-budget", { body }),
  );
  return form.ok ? redirectWithNotice(to, { message: "The caps are saved." }) : form.answer;
}

async function rate(api: Api, formData: FormData, to: string) {
  const parsed = ratingSchema.safeParse(Object.fromEntries(formData));
  if (!parsed.success) throw data(null, { status: 400 });
  const { id, rating } = parsed.data;
  const params = { path: { generationId: id } };
  const act = api.client.PATCH("/v1/generations/{generationId}", { params, body: { rating } });
  return pressButton({ api, act, to, done: { message: `Rated ${rating} of 5.` } });
}

export default function Spending() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return <SpendView {...rest} pages={<Pagination nextCursor={nextCursor} what="generations" />} />;
}
