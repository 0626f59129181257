import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { useLocale } from "~/locale";
import { formatNumber } from "~/words/format";
import { formatMicros } from "~/words/money";
import type { components } from "../../../sdk";

type Group = components["schemas"]["Spend"]["groups"][number];
type SpendTableProps = {
  caption: string;
  first: string;
  groups: Group[];
  /** The key itself, where nothing is said. */
  nameOf?: (key: string) => string;
};

/** What costs most stands first; the bar is its share of the first one. */
export function SpendTable({ caption, first, groups, nameOf }: SpendTableProps) {
  const locale = useLocale();
  const most = Math.max(...groups.map(({ costMicros }) => costMicros), 1);
  const head = [
    { key: "name", name: first },
    { key: "count", name: "Generations", align: "right" as const },
    { key: "failed", name: "Failed", align: "right" as const },
    { key: "tokens", name: "Tokens", align: "right" as const },
    { key: "cost", name: "Cost", align: "right" as const },
  ];
  return (
    <Table caption={caption} head={head}>
      {groups.map(({ key, count, failedCount, promptTokens, completionTokens, costMicros }) => (
        <Row key={key}>
          <LeadCell>
            <span className="font-medium break-words">{nameOf?.(key) ?? key}</span>
            <span
              aria-hidden
              className="mt-1 block h-1 w-full max-w-48 overflow-hidden rounded-full bg-hover"
            >
              <span
                className="block h-full rounded-full bg-stream"
                style={{ width: `${(costMicros / most) * 100}%` }}
              />
            </span>
          </LeadCell>
          <Cell label="Generations" align="right">
            {formatNumber(count, locale)}
          </Cell>
          <Cell label="Failed" align="right">
            {formatNumber(failedCount, locale)}
          </Cell>
          <Cell label="Tokens" align="right">
            {formatNumber(promptTokens + completionTokens, locale)}
          </Cell>
          <Cell label="Cost" align="right">
            {formatMicros(costMicros, locale)}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
