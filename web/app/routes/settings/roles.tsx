import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/frame/frame.server";
import { listRoles } from "~/settings/roles.server";
import { RolesView } from "~/settings/roles-view";
import { title } from "~/titles";

export const meta = () => title("Roles");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const roles = await listRoles(api);
  return {
    system: roles.filter(({ kind }) => kind === "system"),
    custom: roles.filter(({ kind }) => kind === "custom"),
    mayWrite: frame.permissions.includes("roles:write"),
  };
}

export default function Roles() {
  return <RolesView {...useLoaderData<typeof loader>()} />;
}
