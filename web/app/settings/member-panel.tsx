import type { LinkProps } from "@remix-run/react";
import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { ActionButton } from "~/form/action-button";
import { SelectField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { roleChoiceSchema } from "~/schemas/organization";
import { MemberRights } from "./member-exceptions";
import { Suspend, Suspended } from "./member-pause";
import type { Member } from "./members-view";

export type RoleOption = { value: string; name: string; about: string };

type MemberPanelProps = {
  member: Member & { role: string; permissions: string[]; permissionOverrides: string[] };
  roles: RoleOption[];
  closeTo: LinkProps["to"];
  organizationName: string;
  /** Which exceptions may be made for them. */
  offered: string[];
  may: { update: boolean; suspend: boolean; remove: boolean };
};

export function MemberPanel({ member, roles, closeTo, organizationName, offered, may }: MemberPanelProps) {
  const { roleName, permissions, permissionOverrides: overrides, status } = member;
  const name = member.name || member.email;
  return (
    <SidePanel title={name} about={member.email} closeTo={closeTo}>
      <div className="grid gap-6">
        {status === "suspended" && <Suspended name={name} mayReactivate={may.suspend} />}
        {may.update ? <RoleForm member={member} roles={roles} /> : <p>Role: {roleName}</p>}
        <MemberRights {...{ name, roleName, permissions, overrides, offered }} />
        {status === "active" && may.suspend && <Suspend name={name} />}
        {may.remove && (
          <Disclosure label="Remove…" look="dangerQuiet">
            <p className="mb-3">
              {name} loses access at once and is signed out of {organizationName}. What they made stays.
            </p>
            <ActionButton intent="remove" fields={{ id: member.id }} look="danger">
              Remove {name}
            </ActionButton>
          </Disclosure>
        )}
      </div>
    </SidePanel>
  );
}

function RoleForm({ member, roles }: Pick<MemberPanelProps, "member" | "roles">) {
  const current = roles.find(({ value }) => value === member.role);
  return (
    <SchemaForm
      schema={roleChoiceSchema}
      intent="role"
      defaultValue={{ role: member.role }}
      className="grid gap-3"
    >
      {(fields, pending) => (
        <>
          <SelectField field={fields.role} label="Role" options={roles} hint={current?.about} />
          <div>
            <Button type="submit" pending={pending}>
              Change role
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}
