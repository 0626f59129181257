import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { pathOf } from "~/api.server";
import { peopleOf } from "~/assignment/assignment.server";
import { nameIn } from "~/assignment/assignment";
import { pressButton } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { barsOf, rangeOf, spanOf } from "~/performance/performance";
import { PerformanceView } from "~/performance/performance-view";
import { title } from "~/titles";

export const meta = () => title("Performance");

export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const span = spanOf(new URL(args.request.url).searchParams.get("days"));
  const range = rangeOf(span, Date.now());
  const [report, { colleagues }] = await Promise.all([
    api.read(api.client.GET("/v1/performance", { params: { query: range } })),
    peopleOf(api),
  ]);
  const { countedAt, isRunning, total, before, members, teams, days } = report;
  return {
    span,
    countedAt,
    isRunning,
    total,
    before,
    bars: barsOf(span, range, days),
    teams: teams.map(({ teamId, ...team }) => ({ key: teamId, ...team })),
    members: members.map(({ userId, ...figures }) => ({
      key: userId ?? "nobody",
      name: userId === null ? "Nobody" : nameIn(colleagues, userId),
      ...figures,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const formData = await args.request.formData();
  if (formData.get("intent") !== "count") throw data(null, { status: 400 });
  const done = { message: "It is being counted; the page shows it when it is done." };
  return pressButton({ api, act: api.client.POST("/v1/performance/counts"), to: pathOf(args.request), done });
}

export default function Performance() {
  return <PerformanceView {...useLoaderData<typeof loader>()} />;
}
