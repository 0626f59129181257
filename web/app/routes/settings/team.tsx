import { textOf } from "~/form/form-data";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData, useLocation } from "@remix-run/react";
import type { Api } from "~/api.server";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { answerWithNotice, redirectWithNotice } from "~/notices.server";
import { teamManagerSchema, teamMemberSchema, teamSchema } from "~/schemas/organization";
import { TeamPanel } from "~/settings/team-panel";
import { title } from "~/titles";

export const meta = () => title("Team");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const params = { path: { teamId: args.params.teamId ?? "" } };
  const everybody = { params: { query: { limit: 100, status: "active" as const } } };
  const [team, inTeam, all] = await Promise.all([
    api.read(api.client.GET("/v1/teams/{teamId}", { params })),
    api.read(api.client.GET("/v1/teams/{teamId}/members", { params: { ...params, query: { limit: 100 } } })),
    api.read(api.client.GET("/v1/members", everybody)),
  ]);
  const emails = new Map(all.data.map(({ id, email }) => [id, email]));
  const insiders = new Set(inTeam.data.map(({ memberId }) => memberId));
  return {
    team: {
      ...team,
      managerName: team.manager?.name ?? null,
      managerMemberId: team.manager?.memberId ?? null,
    },
    members: inTeam.data.map(({ memberId, name, avatarUrl }) => ({
      memberId,
      person: { name, avatarUrl, email: emails.get(memberId) ?? "" },
    })),
    others: all.data
      .filter(({ id }) => !insiders.has(id))
      .map(({ id, name, email, avatarUrl }) => ({ memberId: id, person: { name, email, avatarUrl } })),
    mayWrite: frame.permissions.includes("teams:write"),
  };
}

type Here = { api: Api; formData: FormData; teamId: string; list: string };

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const list = `/o/${organization.slug}/settings/teams`;
  const here = { api, formData, teamId: args.params.teamId ?? "", list };
  const act = acts[textOf(formData, "intent")];
  if (!act) throw data(null, { status: 400 });
  return act(here);
}

const acts: Record<string, (here: Here) => Promise<unknown>> = {
  rename,
  manager,
  delete: remove,
  "add-member": addMember,
  "remove-member": removeMember,
};

async function rename({ api, formData, teamId, list }: Here) {
  const form = await submitForm({ api, formData, intent: "rename", schema: teamSchema }, (body) =>
    api.client.PATCH("/v1/teams/{teamId}", { params: { path: { teamId } }, body }),
  );
  return form.ok ? redirectWithNotice(`${list}/${teamId}`, { message: "Saved." }) : form.answer;
}

async function manager({ api, formData, teamId, list }: Here) {
  const form = await submitForm(
    { api, formData, intent: "manager", schema: teamManagerSchema },
    ({ memberId }) => {
      const body = { managerMemberId: memberId || null };
      return api.client.PATCH("/v1/teams/{teamId}", { params: { path: { teamId } }, body });
    },
  );
  if (!form.ok) return form.answer;
  const name = form.data.manager?.name;
  const message = name ? `${name} leads the team now.` : "The team has no manager now.";
  return redirectWithNotice(`${list}/${teamId}`, { message });
}

async function addMember({ api, formData, teamId, list }: Here) {
  const form = await submitForm({ api, formData, intent: "add-member", schema: teamMemberSchema }, (body) =>
    api.client.POST("/v1/teams/{teamId}/members", { params: { path: { teamId } }, body }),
  );
  if (!form.ok) return form.answer;
  const { name, memberId } = form.data;
  const here = `${list}/${teamId}`;
  const undo = { action: here, fields: { intent: "remove-member", memberId, name } };
  return answerWithNotice(formData, here, { message: `${name} is in the team.`, undo });
}

async function removeMember({ api, formData, teamId, list }: Here) {
  const memberId = textOf(formData, "memberId");
  const name = textOf(formData, "name");
  const path = { teamId, memberId };
  const outcome = await api.attempt(
    api.client.DELETE("/v1/teams/{teamId}/members/{memberId}", { params: { path } }),
  );
  const here = `${list}/${teamId}`;
  if (!outcome.ok)
    return answerWithNotice(formData, here, { message: outcome.problem.detail, tone: "failed" });
  const undo = { action: here, fields: { intent: "add-member", memberId } };
  return answerWithNotice(formData, here, { message: `${name} is no longer in the team.`, undo });
}

async function remove({ api, formData, teamId, list }: Here) {
  const act = api.client.DELETE("/v1/teams/{teamId}", { params: { path: { teamId } } });
  const name = textOf(formData, "name");
  return pressButton({ api, act, to: list, done: { message: `Team “${name}” is deleted.` } });
}

export default function Team() {
  const { search } = useLocation();
  return <TeamPanel {...useLoaderData<typeof loader>()} closeTo={{ pathname: "..", search }} />;
}
