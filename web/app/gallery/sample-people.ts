import type { FrameData, Permission } from "~/frame/frame-data";

/** Made-up people and things, for the gallery only. */
export const allPermissions: Permission[] = [
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
];

export const sampleFrame: FrameData = {
  user: {
    id: "user_1",
    email: "ada@northwind.example",
    name: "Ada Lovelace",
    avatarUrl: null,
    platformRole: "super_admin",
  },
  organization: { id: "org_1", name: "Northwind Coffee", slug: "northwind-coffee", status: "active" },
  organizations: [
    { id: "org_1", name: "Northwind Coffee", slug: "northwind-coffee", status: "active" },
    { id: "org_2", name: "Kaffeerösterei Wiesbaden & Töchter", slug: "wiesbaden", status: "active" },
  ],
  permissions: allPermissions,
  role: "owner",
  memberId: "mem_1",
  singleKeys: true,
};

export const sampleRoles = [
  { value: "admin", name: "Admin", about: "Everything but deleting or handing over the organization." },
  {
    value: "manager",
    name: "Manager",
    about: "Leads a team: invites people, runs teams, reads the audit log.",
  },
  { value: "marketer", name: "Marketer", about: "Plans, writes and publishes." },
  { value: "viewer", name: "Viewer", about: "Reads, changes nothing." },
];

export const sampleMembers = [
  {
    id: "mem_1",
    ...person("user_1", "Ada Lovelace", "ada@northwind.example"),
    roleName: "Owner",
    status: "active" as const,
    joinedAt: "2026-01-05T09:00:00Z",
  },
  {
    id: "mem_2",
    ...person("user_2", "Nguyễn Văn Ánh", "anh@northwind.example"),
    roleName: "Marketer",
    status: "active" as const,
    joinedAt: "2026-09-14T09:00:00Z",
  },
  {
    id: "mem_3",
    ...person("user_3", "李小龙", "li@northwind.example"),
    roleName: "Freelance writer",
    status: "suspended" as const,
    joinedAt: "2026-10-02T09:00:00Z",
  },
  {
    id: "mem_4",
    ...person("user_4", "", "a.rather.long.address.without.any.name@subdomain.northwind.example"),
    roleName: "Viewer",
    status: "active" as const,
    joinedAt: null,
  },
];

function person(userId: string, name: string, email: string) {
  return { userId, name, email, avatarUrl: null };
}

export const sampleInvites = [
  {
    id: "inv_1",
    email: "grace@northwind.example",
    roleName: "Marketer",
    status: "pending" as const,
    expiresAt: "2026-12-01T09:00:00Z",
  },
  {
    id: "inv_2",
    email: "linus@northwind.example",
    roleName: "Viewer",
    status: "expired" as const,
    expiresAt: "2026-06-01T09:00:00Z",
  },
  {
    id: "inv_3",
    email: "anh@northwind.example",
    roleName: "Marketer",
    status: "accepted" as const,
    expiresAt: "2026-09-20T09:00:00Z",
  },
];

export const sampleTeams = [
  {
    id: "team_1",
    name: "Words",
    description: "Plans and writes everything.",
    managerName: "Ada Lovelace",
    memberCount: 3,
  },
  { id: "team_2", name: "Sales", description: "", managerName: null, memberCount: 1 },
];

export const sampleSystemRoles = [
  {
    id: "owner",
    name: "Owner",
    description: "Everything, including deleting the organization and handing it over.",
    permissions: allPermissions,
  },
  {
    id: "viewer",
    name: "Viewer",
    description: "Reads, changes nothing.",
    permissions: ["organization:read", "members:read"],
  },
];

export const sampleRole = {
  id: "role_1",
  name: "Freelance writer",
  description: "For people from outside who only write.",
  permissions: ["organization:read", "members:read", "usage:read"],
};
