import { textOf } from "~/form/form-data";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { pageQueryOf } from "~/page-query";
import { inviteSchema } from "~/schemas/organization";
import { InvitesView } from "~/settings/invites-view";
import { chosenRole, grantable, listRoles, roleNameOf } from "~/settings/roles.server";
import { title } from "~/titles";

export const meta = () => title("Invites");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const mayWrite = frame.permissions.includes("invites:write");
  const query = { ...pageQueryOf(args.request), type: "organization_member" as const };
  const mayGiveTeams = mayWrite && frame.permissions.includes("teams:write");
  const [invites, roles, teams] = await Promise.all([
    api.read(api.client.GET("/v1/invites", { params: { query } })),
    mayWrite ? listRoles(api) : [],
    mayGiveTeams ? api.read(api.client.GET("/v1/teams", { params: { query: { limit: 100 } } })) : null,
  ]);
  return {
    invites: invites.data.map((invite) => ({ ...invite, roleName: roleNameOf(invite) })),
    nextCursor: invites.nextCursor,
    roles: grantable(roles, frame),
    teams: (teams?.data ?? []).map(({ id, name }) => ({ id, name })),
    mayWrite,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const to = `/o/${organization.slug}/settings/invites`;
  const id = textOf(formData, "id");
  const email = textOf(formData, "email");
  switch (formData.get("intent")) {
    case "invite": {
      const form = await submitForm({ api, formData, intent: "invite", schema: inviteSchema }, (value) => {
        const team = value.teamId ? { teamId: value.teamId } : {};
        const body = {
          email: value.email,
          type: "organization_member" as const,
          ...chosenRole(value.role),
          ...team,
        };
        return api.client.POST("/v1/invites", { body });
      });
      return form.ok
        ? redirectWithNotice(to, { message: `An invite is on its way to ${form.data.email}.` })
        : form.answer;
    }
    case "resend": {
      const act = api.client.POST("/v1/invites/{inviteId}/delivery", { params: { path: { inviteId: id } } });
      const message = `A new link is on its way to ${email}. The old one no longer works.`;
      return pressButton({ api, act, to, done: { message } });
    }
    case "revoke": {
      const act = api.client.DELETE("/v1/invites/{inviteId}", { params: { path: { inviteId: id } } });
      return pressButton({ api, act, to, done: { message: `The invite for ${email} no longer works.` } });
    }
    default:
      throw data(null, { status: 400 });
  }
}

export default function Invites() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return <InvitesView {...rest} pages={<Pagination nextCursor={nextCursor} what="invites" />} />;
}
