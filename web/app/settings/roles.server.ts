import type { Api } from "~/api.server";
import type { components } from "../../../sdk";
import type { RoleOption } from "./member-panel";

export type RoleWire = components["schemas"]["Role"];

type RoleOfPerson = { role: string | null; customRole: { id: string; name: string } | null };

export async function listRoles(api: Api): Promise<RoleWire[]> {
  const { data } = await api.read(api.client.GET("/v1/roles"));
  return data;
}

/** “Admin”, or the name of a role of their own. */
export function roleNameOf({ role, customRole }: RoleOfPerson): string {
  if (customRole) return customRole.name;
  return role ? role.charAt(0).toUpperCase() + role.slice(1) : "Guest";
}

/** Nobody gives what stands above them or what they do not have; the API says the same, this only does not offer it. */
export function grantable(
  roles: RoleWire[],
  mine: { role: string | null; permissions: string[] },
): RoleOption[] {
  const level = roles.find(({ id }) => id === mine.role)?.level ?? 0;
  return roles
    .filter((role) => role.id !== "owner" && (role.level < level || mine.role === "owner"))
    .filter((role) => role.permissions.every((permission) => mine.permissions.includes(permission)))
    .map(({ id, name, description }) => ({ value: id, name, about: description }));
}

const systemRoles = ["admin", "manager", "marketer", "sales", "viewer"] as const;

/** A choice from the list as the API takes it: a system role by its name, one's own by its id. */
export function chosenRole(choice: string) {
  const role = systemRoles.find((name) => name === choice);
  return role ? { role } : { customRoleId: choice };
}
