/** What a permission lets somebody do, in words: “organization:update” is nobody's language. */
const words: Record<string, string> = {
  "organization:read": "See the organization",
  "organization:update": "Rename the organization and change its settings",
  "organization:delete": "Delete the organization",
  "organization:transfer": "Hand the organization over",
  "members:read": "See who is a member",
  "members:update": "Change members' roles",
  "members:remove": "Remove members",
  "teams:read": "See teams",
  "teams:write": "Create and change teams",
  "roles:read": "See roles",
  "roles:write": "Create and change roles",
  "invites:read": "See open invites",
  "invites:write": "Invite people and take invites back",
  "api_keys:read": "See API keys",
  "api_keys:write": "Create, rotate and revoke API keys",
  "audit:read": "Read the audit log",
  "audit:export": "Export the audit log",
  "usage:read": "See usage and plan",
  "billing:read": "See invoices",
  "billing:write": "Change the plan and pay",
  "content:read": "See businesses, bundles and pieces",
  "content:write": "Plan, write and edit content",
  "content:approve": "Approve pieces",
  "content:publish": "Schedule and publish",
  "spend:read": "See what writing costs",
  "spend:write": "Set caps on what writing costs",
  "integrations:read": "See connected services",
  "integrations:write": "Connect and disconnect services",
  "links:read": "See links and their clicks",
  "links:write": "Create and change links",
  "forms:read": "See forms",
  "forms:write": "Build and publish forms",
  "submissions:read": "Read what people sent in",
  "submissions:write": "Sort spam from answers",
  "leads:read": "See leads, without how to reach them",
  "leads:contact": "See emails and phone numbers of leads",
  "leads:write": "Create and change leads",
  "leads:delete": "Delete, restore and erase leads",
  "leads:assign": "Assign leads to others",
  "leads:import": "Import leads",
  "leads:export": "Export leads",
  "leads:configure": "Change stages, fields, sources and scoring",
};

const verbs: Record<string, string> = { read: "See", write: "Create and change", export: "Export" };

/** A permission that came later than this list still reads as words. */
export function permissionWords(permission: string): string {
  const known = words[permission];
  if (known) return known;
  const [resource = "", action = ""] = permission.split(":");
  return `${verbs[action] ?? capital(action)} ${plain(resource)}`;
}

export type PermissionGroup = { name: string; permissions: string[] };

export function groupPermissions(permissions: readonly string[]): PermissionGroup[] {
  const groups = new Map<string, string[]>();
  for (const permission of permissions) {
    const name = capital(plain(permission.split(":")[0] ?? ""));
    groups.set(name, [...(groups.get(name) ?? []), permission]);
  }
  return [...groups].map(([name, list]) => ({ name, permissions: list }));
}

function plain(name: string): string {
  return name.replaceAll("_", " ").replace(/^api\b/, "API");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
