import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData, useLocation } from "@remix-run/react";
import { textOf } from "~/form/form-data";
import { enter } from "~/frame/frame.server";
import { useFrame } from "~/frame/frame-data";
import { exceptionsOffered } from "~/settings/exceptions";
import { MemberPanel } from "~/settings/member-panel";
import {
  changeExceptions,
  changeRole,
  changeStatus,
  type Here,
  removeMember,
  restoreExceptions,
} from "~/settings/member.server";
import { grantable, listRoles, roleNameOf } from "~/settings/roles.server";
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
  const mayUpdate =
    standsBelow &&
    frame.permissions.includes("members:update") &&
    options.some(({ value }) => value === role);
  return {
    member: { ...member, roleName: roleNameOf(member), role },
    roles: options,
    offered: mayUpdate ? exceptionsOffered(frame.permissions) : [],
    may: {
      update: mayUpdate,
      suspend: standsBelow && frame.permissions.includes("members:update"),
      remove: standsBelow && frame.permissions.includes("members:remove"),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const entered = await enter(args);
  const formData = await args.request.formData();
  const here = { entered, formData, memberId: args.params.memberId ?? "" };
  const act = acts[textOf(formData, "intent")];
  if (!act) throw data(null, { status: 400 });
  return act(here);
}

const acts: Record<string, (here: Here) => Promise<unknown>> = {
  role: changeRole,
  exceptions: changeExceptions,
  overrides: restoreExceptions,
  status: changeStatus,
  remove: removeMember,
};

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
