import { Page, Section } from "~/components/page";
import { Button } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { ActionButton } from "~/form/action-button";
import { TextareaField, TextField } from "~/form/fields";
import { PermissionFields } from "~/form/permission-fields";
import { SchemaForm } from "~/form/schema-form";
import { customRoleSchema } from "~/schemas/organization";
import type { Role } from "./roles-view";

type RoleViewProps = {
  /** Absent for a new one. */
  role?: Role;
  grantable: readonly string[];
  backTo: string;
};

export function RoleView({ role, grantable, backTo }: RoleViewProps) {
  return (
    <Page title={role?.name ?? "Create role"} back={{ to: backTo, name: "Roles" }}>
      <SchemaForm
        schema={customRoleSchema}
        intent="save"
        defaultValue={role ?? {}}
        className="grid max-w-2xl gap-5"
      >
        {(fields, pending) => (
          <>
            <TextField field={fields.name} label="Name" autoComplete="off" className="max-w-md" />
            <TextareaField
              field={fields.description}
              label="Who it is for"
              hint="Shown where a role is chosen."
              optional
              rows={2}
              className="max-w-md"
            />
            <PermissionFields
              field={fields.permissions}
              legend="Members with this role may"
              permissions={grantable}
            />
            <div>
              <Button type="submit" look="primary" pending={pending}>
                {role ? "Save role" : "Create role"}
              </Button>
            </div>
          </>
        )}
      </SchemaForm>
      {role && (
        <div className="mt-10">
          <Section title="Delete" about="Only a role that nobody has can be deleted.">
            <Disclosure label="Delete role…" look="dangerQuiet">
              <ActionButton intent="delete" look="danger">
                Delete role “{role.name}”
              </ActionButton>
            </Disclosure>
          </Section>
        </div>
      )}
    </Page>
  );
}
