import { Badge } from "~/components/ui/badge";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { useLocale } from "~/locale";
import { formatMoney, formatNumber } from "~/words/format";

/** Made up, and said to be; it belongs to the example river. */
const lines = [
  {
    piece: "How roasters choose beans",
    kind: "Blog post",
    cost: 31,
    clicks: 412,
    leads: 58,
    revenue: 312_000,
  },
  {
    piece: "Five mistakes in cold brew",
    kind: "Blog post",
    cost: 28,
    clicks: 366,
    leads: 41,
    revenue: 184_000,
  },
  {
    piece: "The water test, in one minute",
    kind: "Social post",
    cost: 4,
    clicks: 205,
    leads: 33,
    revenue: 141_000,
  },
  { piece: "Cold brew checklist", kind: "Checklist", cost: 12, clicks: 500, leads: 126, revenue: 96_000 },
];

const head = [
  { key: "piece", name: "Piece" },
  { key: "kind", name: "Kind" },
  { key: "cost", name: "Cost", align: "right" as const },
  { key: "clicks", name: "Clicks", align: "right" as const },
  { key: "leads", name: "Leads", align: "right" as const },
  { key: "revenue", name: "Revenue", align: "right" as const },
];

export function Ledger() {
  const locale = useLocale();
  const money = (amount: number, style?: "short") => formatMoney({ amount, currency: "usd" }, locale, style);
  return (
    <section className="grid gap-x-16 gap-y-8 border-t border-line py-16 sm:py-24 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <div>
        <h2 className="font-serif text-28 font-medium">A ledger for every piece</h2>
        <p className="mt-3 text-muted">
          What it cost, who clicked, who became a lead, and what they paid. So you can say “this post cost 4
          cents and brought {money(141_000, "short")}”, and write more of that.
        </p>
      </div>
      <div className="min-w-0">
        <p className="mb-3">
          <Badge>Example</Badge>
        </p>
        <Table caption="Example of a ledger" head={head}>
          {lines.map((line) => (
            <Row key={line.piece}>
              <LeadCell>
                <span className="font-medium">{line.piece}</span>
              </LeadCell>
              <Cell>{line.kind}</Cell>
              <Cell align="right" label="Cost">
                {money(line.cost)}
              </Cell>
              <Cell align="right" label="Clicks">
                {formatNumber(line.clicks, locale)}
              </Cell>
              <Cell align="right" label="Leads">
                {formatNumber(line.leads, locale)}
              </Cell>
              <Cell align="right" label="Revenue">
                <span className="font-medium text-ink">{money(line.revenue, "short")}</span>
              </Cell>
            </Row>
          ))}
        </Table>
      </div>
    </section>
  );
}
