import { Link } from "@remix-run/react";
import { Plus, Split } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import type { Move } from "~/sorting/sortable";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import type { AskableField } from "~/conditions/group";
import { ActionButton } from "~/form/action-button";
import { type Availability, type Named, type Rule, sayHours, standingWords } from "./assignment";
import { RulesTable } from "./rules-table";

export type AssignmentViewProps = {
  rules: readonly Rule[];
  people: readonly Availability[];
  colleagues: readonly Named[];
  teams: readonly Named[];
  fields: readonly AskableField[];
  mayConfigure: boolean;
  mayAssign: boolean;
  /** Whose own hours may always be changed. */
  meId: string;
  base: string;
  onMove: Move;
  pages?: ReactNode;
  panel?: ReactNode;
};

/** Who gets which leads, and who is there to take them. */
export function AssignmentView(props: AssignmentViewProps) {
  const { rules, mayConfigure, mayAssign, base, panel } = props;
  const add = mayConfigure && (
    <LinkButton to={`${base}/rules/new`} look="primary" preventScrollReset>
      <Plus aria-hidden />
      Add rule
    </LinkButton>
  );
  const hasActive = rules.some(({ isActive }) => isActive);
  return (
    <Page
      title="Assignment"
      about="Who gets a new lead. The first rule that fits and has somebody free decides."
      action={rules.length > 0 && add}
    >
      <Section
        title="Rules"
        about="Asked from the top. A lead that nobody is free for waits, and is handed out when somebody is."
        action={
          mayAssign && hasActive && <ActionButton intent="sweep">Hand out what nobody has</ActionButton>
        }
      >
        {rules.length === 0 ? (
          <EmptyState icon={Split} title="New leads are nobody’s yet" action={add}>
            With a rule each new lead goes to somebody at once: in turn, or to whoever has the fewest.
          </EmptyState>
        ) : (
          <RulesTable {...props} />
        )}
      </Section>
      <Section title="People" about="When each takes leads, and how many. Everybody can set their own.">
        <PeopleTable {...props} />
      </Section>
      {panel}
    </Page>
  );
}

const peopleHead = [
  { key: "name", name: "Name" },
  { key: "open", name: "Open leads", align: "right" as const },
  { key: "hours", name: "Takes leads" },
  { key: "standing", name: "Now" },
];

function PeopleTable({ people, mayConfigure, meId, base, pages }: AssignmentViewProps) {
  return (
    <>
      <Table caption="People" head={peopleHead}>
        {people.map((person) => (
          <Row key={person.userId}>
            <LeadCell>
              {mayConfigure || person.userId === meId ? (
                <Link
                  to={`${base}/people/${person.userId}`}
                  preventScrollReset
                  prefetch="intent"
                  className="block rounded-4 font-medium"
                >
                  {person.name}
                </Link>
              ) : (
                <span className="font-medium">{person.name}</span>
              )}
            </LeadCell>
            <Cell label="Open leads" align="right">
              {person.openLeads}
              {person.capacity !== null && <span className="text-muted"> of {person.capacity}</span>}
            </Cell>
            <Cell label="Takes leads">{sayHours(person.hours)}</Cell>
            <Cell label="Now">
              <Badge tone={person.mayWork && person.standing === "free" ? "stream" : "neutral"}>
                {standingWords[person.mayWork ? person.standing : "gone"]}
              </Badge>
            </Cell>
          </Row>
        ))}
      </Table>
      {pages}
    </>
  );
}
