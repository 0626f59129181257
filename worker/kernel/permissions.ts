/** Every right there is. A role is a set of these, an API key's scopes are the same strings. */
export const permissions = [
  "organization:read",
  "organization:update",
  "organization:delete",
  "organization:transfer",
  "members:read",
  "members:update",
  "members:remove",
  "teams:read",
  "teams:write",
  "roles:read",
  "roles:write",
  "invites:read",
  "invites:write",
  "api_keys:read",
  "api_keys:write",
  "audit:read",
  "audit:export",
  "usage:read",
  "billing:read",
  "billing:write",
  "content:read",
  "content:write",
  "content:approve",
  "content:publish",
  "spend:read",
  "spend:write",
  "integrations:read",
  "integrations:write",
  "links:read",
  "links:write",
  "forms:read",
  "forms:write",
  "submissions:read",
  "submissions:write",
  "leads:read",
  "leads:contact",
  "leads:write",
  "leads:delete",
  "leads:assign",
  "leads:import",
  "leads:export",
  "leads:configure",
] as const;

export type Permission = (typeof permissions)[number];

export const systemRoleNames = ["owner", "admin", "manager", "marketer", "sales", "viewer"] as const;
export type SystemRole = (typeof systemRoleNames)[number];
export type RoleName = SystemRole | "custom";

const everyone: Permission[] = [
  "organization:read",
  "members:read",
  "teams:read",
  "roles:read",
  "usage:read",
  "content:read",
  "links:read",
  "forms:read",
  "leads:read",
];

const contentMaker: Permission[] = [
  "content:write",
  "content:approve",
  "content:publish",
  "spend:read",
  "integrations:read",
];

const capturer: Permission[] = ["links:write", "forms:write", "submissions:write", "leads:import"];

/** Who works with leads sees how to reach them; a viewer sees that there are some. */
const seller: Permission[] = ["submissions:read", "leads:contact", "leads:write", "leads:export"];

const leader: Permission[] = ["leads:delete", "leads:assign", "leads:configure"];

const adminOnly: Permission[] = [
  "organization:update",
  "members:update",
  "members:remove",
  "teams:write",
  "roles:write",
  "invites:read",
  "invites:write",
  "api_keys:read",
  "api_keys:write",
  "audit:read",
  "audit:export",
  "billing:read",
  "spend:write",
  "integrations:write",
];

export const rolePermissions: Record<SystemRole, readonly Permission[]> = {
  owner: permissions,
  admin: [...everyone, ...contentMaker, ...capturer, ...seller, ...leader, ...adminOnly],
  manager: [
    ...everyone,
    ...contentMaker,
    ...capturer,
    ...seller,
    ...leader,
    "teams:write",
    "invites:read",
    "invites:write",
    "audit:read",
  ],
  marketer: [...everyone, ...contentMaker, ...capturer, ...seller],
  sales: [...everyone, ...seller],
  viewer: everyone,
};

/** Higher may change lower; equals may not change each other. Custom roles carry a level of their own below admin. */
export const roleLevel: Record<SystemRole, number> = {
  owner: 100,
  admin: 80,
  manager: 60,
  marketer: 40,
  sales: 40,
  viewer: 20,
};

export const roleWords: Record<SystemRole, string> = {
  owner: "Everything, including deleting the organization and handing it over.",
  admin: "Everything but deleting or handing over the organization.",
  manager: "Leads a team: invites people, runs teams, reads the audit log.",
  marketer: "Plans, writes and publishes.",
  sales: "Works with leads and companies.",
  viewer: "Reads, changes nothing.",
};

export function isPermission(value: string): value is Permission {
  return (permissions as readonly string[]).includes(value);
}

/** What a membership may do: its role, then what was added (+) or taken away (-) for this person. */
export function effectivePermissions(
  role: RoleName,
  customPermissions: readonly string[],
  overrides: readonly string[],
): Set<Permission> {
  const granted = new Set<Permission>(
    role === "custom" ? customPermissions.filter(isPermission) : rolePermissions[role],
  );
  for (const override of overrides) {
    const name = override.slice(1);
    if (!isPermission(name)) continue;
    if (override.startsWith("+")) granted.add(name);
    if (override.startsWith("-")) granted.delete(name);
  }
  return granted;
}
