import type { LinkProps } from "@remix-run/react";
import { X } from "lucide-react";
import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { ActionButton, useLeaving } from "~/form/action-button";
import { SelectField, TextareaField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { teamManagerSchema, teamMemberSchema, teamSchema } from "~/schemas/organization";
import { PersonLine, type Person } from "./person";
import type { Team } from "./teams-view";

export type TeamMember = { memberId: string; person: Person };

type TeamPanelProps = {
  team: Team & { managerMemberId: string | null };
  members: TeamMember[];
  /** Members of the organization who are not in this team. */
  others: TeamMember[];
  closeTo: LinkProps["to"];
  mayWrite: boolean;
};

export function TeamPanel({ team, members, others, closeTo, mayWrite }: TeamPanelProps) {
  return (
    <SidePanel title={team.name} about={team.description} closeTo={closeTo}>
      <div className="grid gap-8">
        <TeamMembers team={team} members={members} others={others} mayWrite={mayWrite} />
        {mayWrite && <Manager team={team} members={members} />}
        {mayWrite && <Rename team={team} />}
        {mayWrite && (
          <Disclosure label="Delete team…" look="dangerQuiet">
            <p className="mb-3">Its members stay in the organization.</p>
            <ActionButton intent="delete" fields={{ name: team.name }} look="danger">
              Delete team “{team.name}”
            </ActionButton>
          </Disclosure>
        )}
      </div>
    </SidePanel>
  );
}

function TeamMembers({ team, members, others, mayWrite }: Omit<TeamPanelProps, "closeTo">) {
  const leaving = useLeaving("remove-member", "memberId");
  const options = [
    { value: "", name: "Choose a member" },
    ...others.map(({ memberId, person }) => ({ value: memberId, name: person.name || person.email })),
  ];
  return (
    <section aria-label="Members">
      <h3 className="mb-1 text-13 font-medium text-muted">Members</h3>
      {members.length === 0 && <p className="py-2 text-muted">Nobody is in this team yet.</p>}
      <ul className="divide-y divide-line">
        {members.map(({ memberId, person }) => (
          <li
            key={memberId}
            hidden={leaving.has(memberId)}
            className="flex min-h-(--list-row) items-center justify-between gap-3 py-(--row-inset)"
          >
            <PersonLine person={person} />
            {mayWrite && (
              <ActionButton
                intent="remove-member"
                fields={{ memberId, name: person.name || person.email }}
                look="quiet"
                size="iconSm"
                aria-label={`Take ${person.name || person.email} out of ${team.name}`}
              >
                <X aria-hidden />
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && others.length > 0 && (
        <SchemaForm
          schema={teamMemberSchema}
          intent="add-member"
          className="mt-3 flex items-end gap-2"
          startsOver
        >
          {(fields, pending) => (
            <>
              <SelectField
                field={fields.memberId}
                label="Add a member"
                options={options}
                className="min-w-0 flex-1"
              />
              <Button type="submit" pending={pending}>
                Add
              </Button>
            </>
          )}
        </SchemaForm>
      )}
    </section>
  );
}

function Manager({ team, members }: Pick<TeamPanelProps, "team" | "members">) {
  const options = [
    { value: "", name: "Nobody" },
    ...members.map(({ memberId, person }) => ({ value: memberId, name: person.name || person.email })),
  ];
  return (
    <SchemaForm
      schema={teamManagerSchema}
      intent="manager"
      defaultValue={{ memberId: team.managerMemberId ?? "" }}
      className="flex items-end gap-2"
    >
      {(fields, pending) => (
        <>
          <SelectField field={fields.memberId} label="Manager" options={options} className="min-w-0 flex-1" />
          <Button type="submit" pending={pending}>
            Save
          </Button>
        </>
      )}
    </SchemaForm>
  );
}

function Rename({ team }: Pick<TeamPanelProps, "team">) {
  return (
    <SchemaForm schema={teamSchema} intent="rename" defaultValue={team} className="grid gap-3">
      {(fields, pending) => (
        <>
          <TextField field={fields.name} label="Name" autoComplete="off" />
          <TextareaField field={fields.description} label="What it does" optional rows={2} />
          <div>
            <Button type="submit" pending={pending}>
              Save
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}
