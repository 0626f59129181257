import { Link } from "@remix-run/react";
import { UsersRound } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { TextareaField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { teamSchema } from "~/schemas/organization";
import { countOf } from "~/words/format";

export type Team = {
  id: string;
  name: string;
  description: string;
  managerName: string | null;
  memberCount: number;
};

type TeamsViewProps = { teams: Team[]; mayWrite: boolean; pages?: ReactNode; panel?: ReactNode };

const head = [
  { key: "name", name: "Team" },
  { key: "manager", name: "Manager" },
  { key: "members", name: "Members", align: "right" as const },
];

export function TeamsView({ teams, mayWrite, pages, panel }: TeamsViewProps) {
  return (
    <Page title="Teams" about="Members who work together, with somebody who leads them.">
      {teams.length === 0 ? (
        <EmptyState icon={UsersRound} title="No teams yet">
          A team gathers members around a manager.{" "}
          {mayWrite ? "Create the first one below." : "An admin or manager can create one."}
        </EmptyState>
      ) : (
        <Table caption="Teams" head={head}>
          {teams.map((team) => (
            <Row key={team.id}>
              <LeadCell>
                <Link
                  to={team.id}
                  preventScrollReset
                  prefetch="intent"
                  className="block rounded-4 font-medium"
                >
                  {team.name}
                </Link>
                {team.description && <span className="block text-13 text-muted">{team.description}</span>}
              </LeadCell>
              <Cell label="Manager">{team.managerName ?? "Nobody"}</Cell>
              <Cell align="right">{countOf(team.memberCount, "member")}</Cell>
            </Row>
          ))}
        </Table>
      )}
      {pages}
      {mayWrite && (
        <div className="mt-10">
          <Section id="create" title="Create a team">
            <SchemaForm schema={teamSchema} intent="create" className="grid max-w-md gap-4" startsOver>
              {(fields, pending) => (
                <>
                  <TextField field={fields.name} label="Name" autoComplete="off" />
                  <TextareaField field={fields.description} label="What it does" optional rows={2} />
                  <div>
                    <Button type="submit" look="primary" pending={pending}>
                      Create team
                    </Button>
                  </div>
                </>
              )}
            </SchemaForm>
          </Section>
        </div>
      )}
      {panel}
    </Page>
  );
}
