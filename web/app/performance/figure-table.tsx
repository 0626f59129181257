import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { useLocale } from "~/locale";
import { formatMoney, formatNumber } from "~/words/format";
import { minorDigits } from "../../../worker/leads/pure/money";
import { type Named, sayDuration, sayRate } from "./performance";

type FigureTableProps = { title: string; about: string; first: string; rows: readonly Named[] };

const columns = [
  "New",
  "Qualified",
  "Won",
  "Lost",
  "Win rate",
  "Revenue",
  "Deal size",
  "Time to win",
  "First response",
];

export function FigureTable({ title, about, first, rows }: FigureTableProps) {
  const locale = useLocale();
  const { language } = locale;
  const head = [
    { key: "name", name: first },
    ...columns.map((name) => ({ key: name, name, align: "right" as const })),
  ];
  const number = (value: number) => formatNumber(value, locale);
  return (
    <section aria-label={title} className="border-t border-line py-6">
      <h2 className="font-semibold">{title}</h2>
      <p className="mb-3 text-13 text-muted">{about}</p>
      <div className="overflow-x-auto">
        <Table caption={title} head={head}>
          {rows.map(({ key, name, revenue, ...row }) => {
            const values = [
              number(row.created),
              number(row.qualified),
              number(row.converted),
              number(row.lost),
              sayRate(row.conversionRate, language),
              revenue.map((money) => formatMoney(money, locale, "short")).join(", ") || "–",
              revenue
                .map(({ currency, dealSize }) =>
                  formatMoney({ currency, amount: wholeOf(dealSize, currency) }, locale, "short"),
                )
                .join(", ") || "–",
              sayDuration(row.cycleSeconds, language),
              sayDuration(row.responseSeconds, language),
            ];
            return (
              <Row key={key}>
                <LeadCell>
                  <span className="font-medium whitespace-nowrap">{name}</span>
                </LeadCell>
                {values.map((value, at) => (
                  <Cell key={columns[at]} label={columns[at]} align="right">
                    <span className="whitespace-nowrap">{value}</span>
                  </Cell>
                ))}
              </Row>
            );
          })}
        </Table>
      </div>
    </section>
  );
}

/** An average to the cent would say more than it knows. */
function wholeOf(amount: number, currency: string): number {
  const unit = 10 ** minorDigits(currency);
  return Math.round(amount / unit) * unit;
}
