import { Button } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { useAnswer } from "~/form/answer";
import { PermissionFields } from "~/form/permission-fields";
import { type FormAnswer, SchemaForm } from "~/form/schema-form";
import { exceptionsSchema } from "~/schemas/organization";
import { exceptionsIn } from "./exceptions";
import { permissionWords } from "./permission-words";

type RightsProps = {
  name: string;
  roleName: string;
  permissions: string[];
  overrides: string[];
  /** What the reader may give or take away; nothing where they may not. */
  offered: string[];
};

/** What a member may do, and where that differs from their role. */
export function MemberRights({ name, roleName, permissions, overrides, offered }: RightsProps) {
  const { added, taken } = exceptionsIn(overrides);
  const isOpen = useAnswer<FormAnswer>()?.intent === "exceptions";
  return (
    <section aria-label="What they may do">
      <h3 className="text-13 font-medium text-muted">{name} may</h3>
      <ul className="mt-1.5 list-disc pl-5">
        {permissions.map((permission) => (
          <li key={permission}>
            {permissionWords(permission)}
            {added.includes(permission) && <span className="text-muted"> – added for {name}</span>}
          </li>
        ))}
      </ul>
      {taken.length > 0 && (
        <>
          <h3 className="mt-4 text-13 font-medium text-muted">Taken away, though {roleName} may</h3>
          <ul className="mt-1.5 list-disc pl-5">
            {taken.map((permission) => (
              <li key={permission}>{permissionWords(permission)}</li>
            ))}
          </ul>
        </>
      )}
      {offered.length > 0 && (
        <div className="mt-4">
          <Disclosure key={overrides.join()} label="Make exceptions…" open={isOpen}>
            <ExceptionsForm {...{ name, roleName, permissions, offered }} />
          </Disclosure>
        </div>
      )}
    </section>
  );
}

function ExceptionsForm({ name, roleName, permissions, offered }: Omit<RightsProps, "overrides">) {
  return (
    <SchemaForm
      schema={exceptionsSchema}
      intent="exceptions"
      defaultValue={{ permissions: permissions.filter((permission) => offered.includes(permission)) }}
      className="grid gap-4"
    >
      {(fields, pending) => (
        <>
          <p className="text-muted">
            For {name} alone. Others who are {roleName} stay as they are, and another role begins without
            exceptions.
          </p>
          <PermissionFields field={fields.permissions} legend={`${name} may`} permissions={offered} />
          <div>
            <Button type="submit" pending={pending}>
              Save exceptions
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}
