import { Link } from "@remix-run/react";
import { Plus, Split } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import type { AskableField } from "~/conditions/group";
import { sayCondition } from "~/conditions/words";
import { ActionButton } from "~/form/action-button";
import { useLocale } from "~/locale";
import {
  type Availability,
  methodWords,
  type Named,
  nameIn,
  type Rule,
  sayHours,
  standingWords,
} from "./assignment";

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

const ruleHead = [
  { key: "name", name: "Rule" },
  { key: "who", name: "Goes to" },
  { key: "how", name: "How" },
  { key: "state", name: "State", hidden: true },
];

function RulesTable({ rules, colleagues, teams, fields, mayConfigure, base }: AssignmentViewProps) {
  const { language } = useLocale();
  return (
    <Table caption="Rules" head={ruleHead}>
      {rules.map((rule, at) => (
        <Row key={rule.id}>
          <LeadCell>
            <RuleName rule={rule} to={mayConfigure ? `${base}/rules/${rule.id}` : null} />
            <span className="block text-12 text-muted">
              {at + 1}. {rule.condition ? sayCondition(rule.condition, fields, language) : "Every lead"}
            </span>
          </LeadCell>
          <Cell label="Goes to">
            {sayGroup(rule, colleagues, teams)}
            {rule.fallbackTo && (
              <span className="block text-12 text-muted">or else {nameIn(colleagues, rule.fallbackTo)}</span>
            )}
          </Cell>
          <Cell label="How">
            {methodWords[rule.method]}
            {!rule.keepsHours && <span className="block text-12 text-muted">at any hour</span>}
          </Cell>
          <Cell actions>{!rule.isActive && <Badge>Off</Badge>}</Cell>
        </Row>
      ))}
    </Table>
  );
}

function RuleName({ rule, to }: { rule: Rule; to: string | null }) {
  if (to === null) return <span className="font-medium">{rule.name}</span>;
  return (
    <Link to={to} preventScrollReset prefetch="intent" className="block rounded-4 font-medium">
      {rule.name}
    </Link>
  );
}

function sayGroup({ userIds, teamIds }: Rule, colleagues: readonly Named[], teams: readonly Named[]): string {
  const names = [
    ...teamIds.map((id) => teams.find((team) => team.id === id)?.name ?? "A team that is gone"),
    ...userIds.map((id) => nameIn(colleagues, id)),
  ];
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
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
