import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { useLocale } from "~/locale";
import type { LeadsHouse, Money } from "~/leads/lead";
import { StageMark } from "~/leads/stage-mark";
import { formatNumber } from "~/words/format";
import { Values } from "./values";

export type StageTotal = { stageId: string; count: number; values: Money[] };

const head = [
  { key: "stage", name: "Stage" },
  { key: "leads", name: "Leads", align: "right" as const },
  { key: "value", name: "Worth", align: "right" as const },
];

/** How far the leads of a company are, and what they are worth there. */
export function StageTotals({ totals, house }: { totals: readonly StageTotal[]; house: LeadsHouse }) {
  const locale = useLocale();
  return (
    <div className="max-w-lg">
      <Table caption="Leads by stage" head={head}>
        {totals.map(({ stageId, count, values }) => (
          <Row key={stageId}>
            <LeadCell>
              <StageMark stage={house.stages.find(({ id }) => id === stageId)} />
            </LeadCell>
            <Cell label="Leads" align="right">
              <span className="tabular-nums">{formatNumber(count, locale)}</span>
            </Cell>
            <Cell label="Worth" align="right">
              <Values values={values} />
            </Cell>
          </Row>
        ))}
      </Table>
    </div>
  );
}
