import { Building2, Send } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { Badge, type BadgeTone } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { SearchField } from "~/components/ui/search-field";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { referralSchema } from "~/schemas/organization";
import { PlanForm, type PlanOption } from "./plan-form";

export type OperatedOrganization = {
  id: string;
  name: string;
  slug: string;
  planSlug: string;
  status: "active" | "suspended" | "deleted";
  owner: { name: string; email: string };
  createdAt: string;
};

type OrganizationsViewProps = {
  organizations: OperatedOrganization[];
  plans: PlanOption[];
  /** What is looked for. */
  q?: string;
  /** Invites are sent from the organization that the operator works in. */
  mayInvite: boolean;
  pages?: ReactNode;
};

const states: Record<OperatedOrganization["status"], { name: string; tone: BadgeTone }> = {
  active: { name: "Active", tone: "stream" },
  suspended: { name: "Suspended", tone: "attention" },
  deleted: { name: "Deleted", tone: "neutral" },
};

const head = [
  { key: "organization", name: "Organization" },
  { key: "owner", name: "Owner" },
  { key: "state", name: "State" },
  { key: "since", name: "Since" },
  { key: "plan", name: "Plan" },
];

export function OrganizationsView({
  organizations,
  plans,
  q = "",
  mayInvite,
  pages,
}: OrganizationsViewProps) {
  return (
    <Page title="Organizations" about="Everybody who works with this Tributary, and the plan they are on.">
      <SearchField label="Short name, id or owner’s email" value={q} />
      {organizations.length === 0 ? (
        <EmptyState icon={Building2} title={q ? "No organization is called that" : "No organizations yet"}>
          {q
            ? "Look for how a short name begins, for a whole id, or for the whole email address of an owner."
            : "The first one is listed here as soon as somebody signs up."}
        </EmptyState>
      ) : (
        <Table caption="Organizations" head={head}>
          {organizations.map((organization) => (
            <OrganizationRow key={organization.id} organization={organization} plans={plans} />
          ))}
        </Table>
      )}
      {pages}
      {mayInvite && <BetaInvite />}
    </Page>
  );
}

type OrganizationRowProps = { organization: OperatedOrganization; plans: PlanOption[] };

function OrganizationRow({ organization, plans }: OrganizationRowProps) {
  const { id, name, slug, owner, status, planSlug, createdAt } = organization;
  return (
    <Row>
      <LeadCell>
        <span className="font-medium">{name}</span>
        <span className="block text-13 text-muted">{slug}</span>
      </LeadCell>
      <Cell label="Owner">
        <span className="block">{owner.name}</span>
        <span className="block text-13 break-all text-muted">{owner.email}</span>
      </Cell>
      <Cell label="State">
        <Badge tone={states[status].tone}>{states[status].name}</Badge>
      </Cell>
      <Cell label="Since">
        <RelativeTime at={createdAt} />
      </Cell>
      <Cell label="Plan">
        {status === "deleted" ? (
          planSlug
        ) : (
          <PlanForm key={planSlug} organization={{ id, name }} planSlug={planSlug} plans={plans} />
        )}
      </Cell>
    </Row>
  );
}

function BetaInvite() {
  return (
    <div className="mt-10">
      <Section
        title="Invite somebody to Tributary"
        about="They get a link by mail that only works for their address, and begin with an organization of their own."
      >
        <SchemaForm schema={referralSchema} intent="invite" className="grid max-w-md gap-4" startsOver>
          {(fields, pending) => (
            <>
              <TextField field={fields.email} label="Their email address" type="email" autoComplete="off" />
              <div>
                <Button type="submit" pending={pending}>
                  <Send aria-hidden className="size-4" />
                  Send invite
                </Button>
              </div>
            </>
          )}
        </SchemaForm>
      </Section>
    </div>
  );
}
