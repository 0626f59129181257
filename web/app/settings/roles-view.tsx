import { Link } from "@remix-run/react";
import { ShieldCheck } from "lucide-react";
import { Page, Section } from "~/components/page";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { countOf } from "~/words/format";
import { permissionWords } from "./permission-words";

export type Role = { id: string; name: string; description: string; permissions: string[] };

type RolesViewProps = { system: Role[]; custom: Role[]; mayWrite: boolean };

export function RolesView({ system, custom, mayWrite }: RolesViewProps) {
  return (
    <Page
      title="Roles"
      about="A role says what a member may do. Six come with Tributary; you can add your own."
      action={
        mayWrite && (
          <LinkButton to="new" look="primary">
            Create role
          </LinkButton>
        )
      }
    >
      <Section title="Your own">
        {custom.length === 0 ? (
          <EmptyState icon={ShieldCheck} title="No roles of your own yet">
            When none of the six fits, such as for a freelancer who only writes, make one that does.
          </EmptyState>
        ) : (
          <CustomRoles roles={custom} mayWrite={mayWrite} />
        )}
      </Section>
      <Section title="Built in" about="They grow with the product and cannot be changed.">
        <ul className="divide-y divide-line border-y border-line">
          {system.map((role) => (
            <li key={role.id}>
              <details className="group">
                <summary className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 rounded-4 px-1 py-2.5 hover:bg-sunken">
                  <span>
                    <span className="font-medium">{role.name}</span>
                    <span className="block text-13 text-muted">{role.description}</span>
                  </span>
                  <span className="text-13 text-muted">{countOf(role.permissions.length, "permission")}</span>
                </summary>
                <ul className="list-disc pb-3 pl-6 text-muted">
                  {role.permissions.map((permission) => (
                    <li key={permission}>{permissionWords(permission)}</li>
                  ))}
                </ul>
              </details>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

const head = [
  { key: "name", name: "Role" },
  { key: "permissions", name: "Permissions", align: "right" as const },
];

function CustomRoles({ roles, mayWrite }: { roles: Role[]; mayWrite: boolean }) {
  return (
    <Table caption="Your own roles" head={head}>
      {roles.map((role) => (
        <Row key={role.id}>
          <LeadCell>
            {mayWrite ? (
              <Link to={role.id} prefetch="intent" className="rounded-4 font-medium">
                {role.name}
              </Link>
            ) : (
              <span className="font-medium">{role.name}</span>
            )}
            {role.description && <span className="block text-13 text-muted">{role.description}</span>}
          </LeadCell>
          <Cell align="right">{countOf(role.permissions.length, "permission")}</Cell>
        </Row>
      ))}
    </Table>
  );
}
