import { Trophy } from "lucide-react";
import { Page, Section } from "~/components/page";
import { EmptyState } from "~/components/ui/states";
import { LinkTabs } from "~/components/ui/tabs";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { useLocale } from "~/locale";
import { formatMoney, formatNumber } from "~/words/format";
import { FigureTable } from "./figure-table";
import { LeadBars } from "./lead-bars";
import {
  type Bar,
  type Figures,
  type Named,
  sayChange,
  sayDuration,
  sayRate,
  type Span,
  spans,
} from "./performance";

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
  const count = <ActionButton intent="count">{isRunning ? "Counting…" : "Count now"}</ActionButton>;
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
          What everybody made of their leads. Counted <RelativeTime at={countedAt} />; days are UTC.
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

function Counted({ total, before, members, teams, bars }: PerformanceViewProps) {
  return (
    <>
      <Totals total={total} before={before} />
      <LeadBars bars={bars} />
      <Section title="Members" about="A lead counts for whose it is now, on the day on which it happened.">
        <FigureTable caption="Members" first="Name" rows={members} />
      </Section>
      {teams.length > 0 && (
        <Section title="Teams" about="Each is the sum of who is in it today.">
          <FigureTable caption="Teams" first="Team" rows={teams} />
        </Section>
      )}
    </>
  );
}

function Totals({ total, before }: Pick<PerformanceViewProps, "total" | "before">) {
  const locale = useLocale();
  const { language } = locale;
  const [first] = total.revenue;
  const was = before.revenue.find(({ currency }) => currency === first?.currency);
  const figures = [
    {
      name: "New leads",
      value: formatNumber(total.created, locale),
      change: sayChange(total.created, before.created, language),
    },
    {
      name: "Won",
      value: formatNumber(total.converted, locale),
      change: sayChange(total.converted, before.converted, language),
    },
    { name: "Won of decided", value: sayRate(total.conversionRate, language), change: null },
    {
      name: "Revenue",
      value: first ? formatMoney(first, locale, "short") : "–",
      change: first ? sayChange(first.amount, was?.amount ?? 0, language) : null,
    },
    { name: "Until won", value: sayDuration(total.cycleSeconds, language), change: null },
    { name: "First answer", value: sayDuration(total.responseSeconds, language), change: null },
  ];
  return (
    <dl className="mb-8 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
      {figures.map(({ name, value, change }) => (
        <div key={name}>
          <dt className="text-12 text-muted">{name}</dt>
          <dd className="text-20 font-semibold tabular-nums">{value}</dd>
          {change && <dd className="text-12 text-muted">{change} on the time before</dd>}
        </div>
      ))}
    </dl>
  );
}
