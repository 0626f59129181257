import { Link } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { Cell, LeadCell, Table } from "~/components/ui/table";
import type { AskableField } from "~/conditions/group";
import { sayCondition } from "~/conditions/words";
import { useLocale } from "~/locale";
import { type Move, Sortable } from "~/sorting/sortable";
import { MoveMenu, OrderedRow } from "~/sorting/sortable-row";
import { methodWords, type Named, nameIn, type Rule } from "./assignment";

type RulesTableProps = {
  rules: readonly Rule[];
  colleagues: readonly Named[];
  teams: readonly Named[];
  fields: readonly AskableField[];
  mayConfigure: boolean;
  base: string;
  onMove: Move;
};

const ruleHead = [
  { key: "name", name: "Rule" },
  { key: "who", name: "Goes to" },
  { key: "how", name: "How" },
  { key: "state", name: "State", hidden: true },
];

/** In the order in which they are asked, which is changed here. */
export function RulesTable(props: RulesTableProps) {
  const { rules, colleagues, teams, fields, mayConfigure, base, onMove } = props;
  const { language } = useLocale();
  const canMove = mayConfigure && rules.length > 1;
  return (
    <Sortable name="rules" items={rules} canMove={canMove} onMove={onMove}>
      <Table caption="Rules" head={ruleHead}>
        {rules.map((rule, at) => (
          <OrderedRow key={rule.id} item={rule} place={at + 1} canMove={canMove}>
            {(handle) => (
              <>
                <LeadCell>
                  <span className="flex gap-1.5">
                    {handle}
                    <span className="min-w-0">
                      <span className="flex items-center gap-1">
                        <RuleName rule={rule} to={mayConfigure ? `${base}/rules/${rule.id}` : null} />
                        {canMove && <MoveMenu items={rules} at={at} onMove={onMove} />}
                      </span>
                      <span className="block text-12 text-muted">
                        {at + 1}.{" "}
                        {rule.condition ? sayCondition(rule.condition, fields, language) : "Every lead"}
                      </span>
                    </span>
                  </span>
                </LeadCell>
                <Cell label="Goes to">
                  {sayGroup(rule, colleagues, teams)}
                  {rule.fallbackTo && (
                    <span className="block text-12 text-muted">
                      or else {nameIn(colleagues, rule.fallbackTo)}
                    </span>
                  )}
                </Cell>
                <Cell label="How">
                  {methodWords[rule.method]}
                  {!rule.keepsHours && <span className="block text-12 text-muted">at any hour</span>}
                </Cell>
                <Cell actions>{!rule.isActive && <Badge>Off</Badge>}</Cell>
              </>
            )}
          </OrderedRow>
        ))}
      </Table>
    </Sortable>
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
