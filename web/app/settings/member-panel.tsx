import type { LinkProps } from "@remix-run/react";
import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { ActionButton } from "~/form/action-button";
import { SelectField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { roleChoiceSchema } from "~/schemas/organization";
import type { Member } from "./members-view";
import { permissionWords } from "./permission-words";

export type RoleOption = { value: string; name: string; about: string };

type MemberPanelProps = {
  member: Member & { role: string; permissions: string[] };
  roles: RoleOption[];
  closeTo: LinkProps["to"];
  organizationName: string;
  may: { update: boolean; remove: boolean };
};

export function MemberPanel({ member, roles, closeTo, organizationName, may }: MemberPanelProps) {
  const name = member.name || member.email;
  return (
    <SidePanel title={name} about={member.email} closeTo={closeTo}>
      <div className="grid gap-6">
        {may.update ? <RoleForm member={member} roles={roles} /> : <p>Role: {member.roleName}</p>}
        <section aria-label="What they may do">
          <h3 className="text-13 font-medium text-muted">{name} may</h3>
          <ul className="mt-1.5 list-disc pl-5">
            {member.permissions.map((permission) => (
              <li key={permission}>{permissionWords(permission)}</li>
            ))}
          </ul>
        </section>
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
