import { Trophy } from "lucide-react";
import { Page } from "~/components/page";
import { EmptyState } from "~/components/ui/states";
import { LinkTabs } from "~/components/ui/tabs";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { useLocale } from "~/locale";
import { formatMoney, formatNumber, type Locale } from "~/words/format";
import { FigureTable } from "./figure-table";
import { LeadBars } from "./lead-bars";
import { type Bar, type Figures, type Named, sayDuration, sayRate, type Span, spans } from "./performance";

export type PerformanceViewProps = {
  span: Span;
  countedAt: string | null;
  isRunning: boolean;
  total: Figures;
  before: Figures;
  members: readonly Named[];
  teams: readonly Named[];
  bars: readonly Bar[];
};

/** What everybody made of their leads. */
export function PerformanceView(props: PerformanceViewProps) {
  const { countedAt, isRunning, total } = props;
  const count = <ActionButton intent="count">{isRunning ? "Counting…" : "Count again"}</ActionButton>;
  if (countedAt === null)
    return (
      <Page title="Performance">
        <EmptyState icon={Trophy} title="Nothing is counted yet" action={count}>
          How many leads each of you got, won and lost, what they are worth, and how long people waited.
          Counted once now, and then each night.
        </EmptyState>
      </Page>
    );
  const isEmpty = total.created + total.converted + total.lost === 0;
  return (
    <Page
      title="Performance"
      about={
        <>
          What everybody made of their leads. Counted <RelativeTime at={countedAt} />. A day ends at midnight
          UTC.
        </>
      }
      action={count}
    >
      <Spans span={props.span} />
      {isEmpty ? (
        <EmptyState icon={Trophy} title="No lead came or was closed in this time">
          Choose a longer time, or come back when there is more.
        </EmptyState>
      ) : (
        <Counted {...props} />
      )}
    </Page>
  );
}

function Spans({ span }: Pick<PerformanceViewProps, "span">) {
  const tabs = spans.map((days) => ({
    to: `?days=${days}`,
    name: days === 365 ? "A year" : `${days} days`,
    isCurrent: days === span,
  }));
  return (
    <div className="mb-8">
      <LinkTabs label="How far back" tabs={tabs} />
    </div>
  );
}

function Counted({ total, before, members, teams, bars, span }: PerformanceViewProps) {
  return (
    <>
      <div className="mb-8">
        <Totals total={total} before={before} span={span} />
      </div>
      <LeadBars bars={bars} />
      <FigureTable
        title="Members"
        about="A lead counts for whose it is now, on the day on which it happened."
        first="Name"
        rows={members}
      />
      {teams.length > 0 && (
        <FigureTable title="Teams" about="Each is the sum of who is in it today." first="Team" rows={teams} />
      )}
    </>
  );
}

export function Totals({ total, before, span }: Pick<PerformanceViewProps, "total" | "before" | "span">) {
  const locale = useLocale();
  const { language } = locale;
  const number = (value: number) => formatNumber(value, locale);
  const duration = (seconds: number | null) => sayDuration(seconds, language);
  const figures: [name: string, value: string, was: string][] = [
    ["New leads", number(total.created), number(before.created)],
    ["Won", number(total.converted), number(before.converted)],
    ["Win rate", sayRate(total.conversionRate, language), sayRate(before.conversionRate, language)],
    ["Revenue", sayRevenue(total, locale), sayRevenue(before, locale)],
    ["Time to win", duration(total.cycleSeconds), duration(before.cycleSeconds)],
    ["First response", duration(total.responseSeconds), duration(before.responseSeconds)],
  ];
  return (
    <div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
        {figures.map(([name, value, was]) => (
          <div key={name}>
            <dt className="text-12 text-muted">{name}</dt>
            <dd className="text-20 font-semibold tabular-nums">{value}</dd>
            <dd className="text-12 text-muted tabular-nums">{was} before</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-12 text-muted">Before: the {span} days before these.</p>
    </div>
  );
}

function sayRevenue({ revenue }: Figures, locale: Locale): string {
  return revenue.map((money) => formatMoney(money, locale, "short")).join(", ") || "–";
}
