import { Link } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { Cell, LeadCell, Table } from "~/components/ui/table";
import type { AskableField } from "~/conditions/group";
import { useLocale } from "~/locale";
import { type Move, Sortable } from "~/sorting/sortable";
import { MoveMenu, OrderedRow } from "~/sorting/sortable-row";
import { type ScoringRule, sayRule } from "./rule";
import { signed } from "./score";

const head = [
  { key: "name", name: "Rule" },
  { key: "points", name: "Points", align: "right" as const },
  { key: "state", name: "State", hidden: true },
];

type RuleTableProps = {
  rules: readonly ScoringRule[];
  fields: readonly AskableField[];
  axis: ScoringRule["axis"];
  caption: string;
  /** Nowhere for who may not change them. */
  to: string | null;
  onMove: Move;
};

/** The rules of one side, in their order, which is changed here. */
export function RuleTable({ rules, fields, axis, caption, to, onMove }: RuleTableProps) {
  const { language } = useLocale();
  const canMove = to !== null && rules.length > 1;
  return (
    <Sortable name={axis} items={rules} canMove={canMove} onMove={onMove}>
      <Table caption={caption} head={head}>
        {rules.map((rule, at) => (
          <OrderedRow key={rule.id} item={rule} place={at + 1} canMove={canMove}>
            {(handle) => (
              <>
                <LeadCell>
                  <span className="flex gap-1.5">
                    {handle}
                    <span className="min-w-0">
                      <span className="flex items-center gap-1">
                        {to && !rule.isHidden ? (
                          <Link
                            to={`${to}/${rule.id}`}
                            preventScrollReset
                            prefetch="intent"
                            className="font-medium"
                          >
                            {rule.name}
                          </Link>
                        ) : (
                          <span className="font-medium">{rule.name}</span>
                        )}
                        {canMove && <MoveMenu items={rules} at={at} onMove={onMove} />}
                      </span>
                      <span className="line-clamp-2 text-12 text-muted">
                        {sayRule(rule, fields, language)}
                      </span>
                    </span>
                  </span>
                </LeadCell>
                <Cell label="Points" align="right">
                  <span className={rule.points < 0 ? "text-attention tabular-nums" : "tabular-nums"}>
                    {signed(rule.points)}
                  </span>
                </Cell>
                <Cell actions>
                  {rule.isBroken && <Badge tone="attention">Asks about a field that is gone</Badge>}
                  {!rule.isActive && <Badge>Off</Badge>}
                  {rule.group && <Badge>{rule.group}</Badge>}
                </Cell>
              </>
            )}
          </OrderedRow>
        ))}
      </Table>
    </Sortable>
  );
}
