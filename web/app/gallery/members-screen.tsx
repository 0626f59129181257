import type { ComponentProps } from "react";
import { MemberPanel } from "~/settings/member-panel";
import { MembersView } from "~/settings/members-view";
import { withCommon } from "./common-states";
import { allPermissions, sampleMembers, sampleRoles } from "./sample-people";

const [first, marketer, suspended] = sampleMembers;
const all = { members: sampleMembers, yourUserId: "user_1", inviteTo: "#" };
const offered = allPermissions.filter((permission) => !permission.startsWith("organization:"));

export const membersScreen = withCommon("Members", "see who is a member", {
  success: () => <MembersView {...all} />,
  empty: () => <MembersView {...all} members={sampleMembers.slice(0, 1)} />,
  panel: () => <MembersView {...all} panel={<Panel member={marketer} overrides={[]} />} />,
  exceptions: () => (
    <MembersView
      {...all}
      panel={<Panel member={marketer} overrides={["+audit:read", "-usage:read", "-teams:read"]} />}
    />
  ),
  suspended: () => <MembersView {...all} panel={<Panel member={suspended} overrides={[]} />} />,
  "panel-partial": () => (
    <MembersView
      {...all}
      inviteTo={undefined}
      panel={<Panel member={first} overrides={[]} offered={[]} may={none} />}
    />
  ),
});

const every = { update: true, suspend: true, remove: true };
const none = { update: false, suspend: false, remove: false };

type PanelProps = Partial<Pick<ComponentProps<typeof MemberPanel>, "offered" | "may">> & {
  member: (typeof sampleMembers)[number] | undefined;
  overrides: string[];
};

function Panel({ member, overrides, ...rest }: PanelProps) {
  if (!member) return null;
  const permissions = overrides.length > 0 ? ["members:read", "audit:read"] : ["members:read", "usage:read"];
  return (
    <MemberPanel
      member={{
        ...member,
        role: "marketer",
        permissions: ["organization:read", ...permissions],
        permissionOverrides: overrides,
      }}
      roles={sampleRoles}
      offered={offered}
      closeTo="?state=success"
      organizationName="Northwind Coffee"
      may={every}
      {...rest}
    />
  );
}
