import { MailPlus } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { Badge, type BadgeTone } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { SelectField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { inviteSchema } from "~/schemas/organization";
import type { RoleOption } from "./member-panel";

export type Invite = {
  id: string;
  email: string;
  roleName: string;
  status: "pending" | "accepted" | "expired" | "cancelled";
  expiresAt: string;
};

type InvitesViewProps = {
  invites: Invite[];
  roles: RoleOption[];
  teams: { id: string; name: string }[];
  mayWrite: boolean;
  pages?: ReactNode;
};

const states: Record<Invite["status"], { name: string; tone: BadgeTone }> = {
  pending: { name: "Waiting", tone: "attention" },
  accepted: { name: "Joined", tone: "stream" },
  expired: { name: "Expired", tone: "neutral" },
  cancelled: { name: "Taken back", tone: "neutral" },
};

const head = [
  { key: "email", name: "Email" },
  { key: "role", name: "Role" },
  { key: "state", name: "State" },
  { key: "until", name: "Good until" },
  { key: "actions", name: "Actions", hidden: true },
];

export function InvitesView({ invites, roles, teams, mayWrite, pages }: InvitesViewProps) {
  return (
    <Page title="Invites">
      {mayWrite && (
        <Section
          id="invite"
          title="Invite a colleague"
          about="They get a link by mail that only works for their address."
        >
          <InviteForm roles={roles} teams={teams} />
        </Section>
      )}
      <Section title="Sent">
        {invites.length === 0 ? (
          <EmptyState icon={MailPlus} title="Nobody is invited yet">
            Each invite is listed here until its owner joins. You can take it back at any time.
          </EmptyState>
        ) : (
          <Table caption="Invites" head={head}>
            {invites.map((invite) => (
              <InviteRow key={invite.id} invite={invite} mayWrite={mayWrite} />
            ))}
          </Table>
        )}
        {pages}
      </Section>
    </Page>
  );
}

function InviteRow({ invite, mayWrite }: { invite: Invite; mayWrite: boolean }) {
  const { name, tone } = states[invite.status];
  return (
    <Row>
      <LeadCell>
        <span className="font-medium break-all">{invite.email}</span>
      </LeadCell>
      <Cell label="Role">{invite.roleName}</Cell>
      <Cell label="State">
        <Badge tone={tone}>{name}</Badge>
      </Cell>
      <Cell label="Good until">
        {invite.status === "pending" ? <RelativeTime at={invite.expiresAt} /> : "–"}
      </Cell>
      <Cell actions>
        {mayWrite && (invite.status === "pending" || invite.status === "expired") && (
          <ActionButton
            intent="resend"
            fields={{ id: invite.id, email: invite.email }}
            size="sm"
            look="quiet"
            aria-label={`Send again to ${invite.email}`}
          >
            Send again
          </ActionButton>
        )}
        {mayWrite && invite.status === "pending" && (
          <ActionButton
            intent="revoke"
            fields={{ id: invite.id, email: invite.email }}
            size="sm"
            look="quiet"
            aria-label={`Take back the invite for ${invite.email}`}
          >
            Take back
          </ActionButton>
        )}
      </Cell>
    </Row>
  );
}

function InviteForm({ roles, teams }: Pick<InvitesViewProps, "roles" | "teams">) {
  const teamOptions = [{ value: "", name: "No team" }, ...teams.map(({ id, name }) => ({ value: id, name }))];
  return (
    <SchemaForm
      schema={inviteSchema}
      intent="invite"
      defaultValue={{ role: "marketer" }}
      className="grid max-w-md gap-4"
      startsOver
    >
      {(fields, pending) => (
        <>
          <TextField field={fields.email} label="Email" type="email" autoComplete="off" />
          <SelectField field={fields.role} label="Role" options={roles} />
          <RoleWords roles={roles} />
          {teams.length > 0 && (
            <SelectField field={fields.teamId} label="Team" options={teamOptions} optional />
          )}
          <div>
            <Button type="submit" look="primary" pending={pending}>
              Send invite
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function RoleWords({ roles }: { roles: RoleOption[] }) {
  return (
    <details className="-mt-2 text-13 text-muted">
      <summary className="touch inline-block hover:text-ink">What may each role do?</summary>
      <dl className="mt-2 grid gap-1.5">
        {roles.map(({ value, name, about }) => (
          <div key={value}>
            <dt className="inline font-medium text-ink">{name}: </dt>
            <dd className="inline">{about}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
