import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { TasksView } from "~/activities/tasks-view";
import { useTaskKeys } from "~/activities/use-task-keys";
import { useTasks } from "~/activities/use-tasks";
import { activityOf } from "~/activities/wire.server";
import { addDays, instantAt, shownAt } from "~/calendar/clock";
import { Pagination } from "~/components/ui/pagination";
import { enter } from "~/frame/frame.server";
import { useSame } from "~/leads/use-same";
import { localeOf } from "~/locale.server";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";

export const meta = () => title("Tasks");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const { timeZone } = localeOf(args.request, frame.user.timezone);
  const isEveryone = new URL(args.request.url).searchParams.get("whose") === "everyone";
  const whose = isEveryone ? {} : { assignedTo: "me" as const };
  const readAt = Date.now();
  const dayEnd = instantAt({ day: addDays(shownAt(readAt, timeZone).day, 1), time: "00:00" }, timeZone);
  const { client, read } = api;
  const page = { limit: 100, ...pageQueryOf(args.request) };
  const [list, counts, members] = await Promise.all([
    read(client.GET("/v1/activities", { params: { query: { ...page, ...whose } } })),
    read(client.GET("/v1/activity-counts", { params: { query: { dayEnd, ...whose } } })),
    read(client.GET("/v1/members", { params: { query: { limit: 100 } } })),
  ]);
  return {
    tasks: list.data.map(activityOf),
    nextCursor: list.nextCursor,
    counts,
    whose: isEveryone ? ("everyone" as const) : ("me" as const),
    colleagues: members.data.map(({ userId, name, avatarUrl }) => ({ id: userId, name, avatarUrl })),
    mayWrite: frame.permissions.includes("leads:write"),
    readAt,
    leadsTo: `/o/${organization.slug}/leads`,
    actTo: `/o/${organization.slug}/tasks/act`,
  };
}

export default function Tasks() {
  const { tasks, nextCursor, actTo, ...rest } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const { shown, act } = useTasks(useSame(tasks), { actTo, onDone: revalidate });
  useTaskKeys();
  return (
    <TasksView
      {...rest}
      tasks={shown}
      onAct={act}
      pages={<Pagination nextCursor={nextCursor} what="tasks" />}
    />
  );
}
