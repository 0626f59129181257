import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { pageQueryOf } from "~/page-query";
import { teamSchema } from "~/schemas/organization";
import { TeamsView } from "~/settings/teams-view";
import { title } from "~/titles";

export const meta = () => title("Teams");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const query = pageQueryOf(args.request);
  const teams = await api.read(api.client.GET("/v1/teams", { params: { query } }));
  return {
    teams: teams.data.map((team) => ({ ...team, managerName: team.manager?.name ?? null })),
    nextCursor: teams.nextCursor,
    mayWrite: frame.permissions.includes("teams:write"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const form = await submitForm({ api, formData, intent: "create", schema: teamSchema }, (body) =>
    api.client.POST("/v1/teams", { body: { ...body, managerMemberId: null } }),
  );
  if (!form.ok) return form.answer;
  const to = `/o/${organization.slug}/settings/teams/${form.data.id}`;
  return redirectWithNotice(to, { message: `Team “${form.data.name}” is there. Add its members.` });
}

export default function Teams() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return (
    <TeamsView {...rest} pages={<Pagination nextCursor={nextCursor} what="teams" />} panel={<Outlet />} />
  );
}
