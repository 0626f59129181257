import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import type { output } from "zod";
import { pressButton, submitForm } from "~/form/submit.server";
import type { Permission } from "~/frame/frame-data";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { customRoleSchema } from "~/schemas/organization";
import { RoleView } from "~/settings/role-view";
import { listRoles } from "~/settings/roles.server";
import { title } from "~/titles";

export const meta = () => title("Role");

/** `new` is a role that is not there yet. */
export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const isNew = args.params.roleId === "new";
  const role = isNew ? undefined : (await listRoles(api)).find(({ id }) => id === args.params.roleId);
  if (!isNew && role?.kind !== "custom") throw data(null, { status: 404 });
  return { role, grantable: frame.permissions, backTo: `/o/${organization.slug}/settings/roles` };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const to = `/o/${organization.slug}/settings/roles`;
  const roleId = args.params.roleId ?? "";
  if (formData.get("intent") === "delete") {
    const act = api.client.DELETE("/v1/roles/{roleId}", { params: { path: { roleId } } });
    return pressButton({ api, act, to, done: { message: "The role is deleted." } });
  }
  const form = await submitForm({ api, formData, intent: "save", schema: customRoleSchema }, (value) =>
    roleId === "new"
      ? api.client.POST("/v1/roles", { body: { ...bodyOf(value), level: 20 } })
      : api.client.PATCH("/v1/roles/{roleId}", { params: { path: { roleId } }, body: bodyOf(value) }),
  );
  if (!form.ok) return form.answer;
  return redirectWithNotice(to, { message: `Role “${form.data.name}” is saved.` });
}

function bodyOf({ name, description, permissions }: output<typeof customRoleSchema>) {
  // safe: the API refuses what it does not know, and says so at the field
  return { name, description, permissions: permissions as Permission[] };
}

export default function Role() {
  const { role, ...rest } = useLoaderData<typeof loader>();
  return <RoleView key={role?.id ?? "new"} role={role} {...rest} />;
}
