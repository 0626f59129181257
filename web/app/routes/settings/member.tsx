import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData, useLocation } from "@remix-run/react";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { useFrame } from "~/frame/frame-data";
import { answerWithNotice } from "~/notices.server";
import { roleChoiceSchema } from "~/schemas/organization";
import { MemberPanel } from "~/settings/member-panel";
import { chosenRole, grantable, listRoles, roleNameOf } from "~/settings/roles.server";
import { title } from "~/titles";

export const meta = () => title("Member");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const params = { path: { memberId: args.params.memberId ?? "" } };
  const [member, roles] = await Promise.all([
    api.read(api.client.GET("/v1/members/{memberId}", { params })),
    listRoles(api),
  ]);
  const isYou = member.id === frame.memberId;
  const yourLevel = roles.find(({ id }) => id === frame.role)?.level ?? 0;
  const standsBelow = !isYou && member.level < yourLevel;
  const options = grantable(roles, frame);
  const role = member.customRole?.id ?? member.role;
  return {
    member: { ...member, roleName: roleNameOf(member), role },
    roles: options,
    may: {
      update:
        standsBelow &&
        frame.permissions.includes("members:update") &&
        options.some(({ value }) => value === role),
      remove: standsBelow && frame.permissions.includes("members:remove"),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const entered = await enter(args);
  const formData = await args.request.formData();
  const here = { entered, formData, memberId: args.params.memberId ?? "" };
  if (formData.get("intent") === "role") return changeRole(here);
  if (formData.get("intent") === "remove") return remove(here);
  throw data(null, { status: 400 });
}

type Here = { entered: Awaited<ReturnType<typeof enter>>; formData: FormData; memberId: string };

async function changeRole({ entered: { api, organization }, formData, memberId }: Here) {
  const params = { path: { memberId } };
  const before = await api.read(api.client.GET("/v1/members/{memberId}", { params }));
  const form = await submitForm({ api, formData, intent: "role", schema: roleChoiceSchema }, ({ role }) =>
    api.client.PATCH("/v1/members/{memberId}", { params, body: chosenRole(role) }),
  );
  if (!form.ok) return form.answer;
  const { data: member } = form;
  const here = `/o/${organization.slug}/settings/members/${memberId}`;
  return answerWithNotice(formData, here, {
    message: `The role of ${member.name || member.email} is ${roleNameOf(member)} now.`,
    undo: { action: here, fields: { intent: "role", role: before.customRole?.id ?? before.role } },
  });
}

async function remove({ entered: { api, organization }, memberId }: Here) {
  const act = api.client.DELETE("/v1/members/{memberId}", { params: { path: { memberId } } });
  const message = `Removed from ${organization.name}.`;
  return pressButton({ api, act, to: `/o/${organization.slug}/settings/members`, done: { message } });
}

export default function Member() {
  const { search } = useLocation();
  const { organization } = useFrame();
  return (
    <MemberPanel
      {...useLoaderData<typeof loader>()}
      closeTo={{ pathname: "..", search }}
      organizationName={organization?.name ?? ""}
    />
  );
}
