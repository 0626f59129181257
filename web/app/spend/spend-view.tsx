import { useLocation } from "@remix-run/react";
import { Coins } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { EmptyState } from "~/components/ui/states";
import { LinkTabs } from "~/components/ui/tabs";
import { useLocale } from "~/locale";
import { countOf } from "~/words/format";
import { formatMicros } from "~/words/money";
import type { components } from "../../../sdk";
import { Caps } from "./caps";
import { DayChart, type SpendDay } from "./day-chart";
import { spans } from "./days";
import { Generations } from "./generations";
import { SpendTable } from "./spend-table";
import { type Generation, taskName } from "./task-words";

export type Spend = components["schemas"]["Spend"];
export type SpendBudget = components["schemas"]["SpendBudget"];

export type SpendViewProps = {
  span: (typeof spans)[number];
  /** Every day of the span, also those on which nothing was written. */
  days: SpendDay[];
  totalMicros: number;
  byTask: Spend["groups"];
  byModel: Spend["groups"];
  byVersion: Spend["groups"];
  budget: SpendBudget;
  generations: Generation[];
  mayCap: boolean;
  mayJudge: boolean;
  pages?: ReactNode;
};

export function SpendView(props: SpendViewProps) {
  const { days, budget, generations, mayCap, mayJudge, pages } = props;
  return (
    <Page
      title="Spending"
      about="What writing cost: every call to a model, also the ones that failed. What fails is not charged."
    >
      <Spans {...props} />
      {days.every(({ count }) => count === 0) ? <Nothing /> : <Spent {...props} />}
      <Section title="Caps" about="What writing may cost at most. A day and a month end at midnight UTC.">
        <Caps budget={budget} mayCap={mayCap} />
      </Section>
      {generations.length > 0 && (
        <Section title="What was written" about="The newest first. A rating says which prompts are good.">
          <Generations generations={generations} mayJudge={mayJudge} />
          {pages}
        </Section>
      )}
    </Page>
  );
}

function Spans({ span }: SpendViewProps) {
  const { search } = useLocation();
  const toOf = (days: number) => {
    const next = new URLSearchParams(search);
    next.set("days", String(days));
    next.delete("cursor");
    return `?${next.toString()}`;
  };
  const tabs = spans.map((days) => ({
    to: toOf(days),
    name: `${days} days`,
    isCurrent: days === span,
  }));
  return (
    <div className="mb-8">
      <LinkTabs label="How far back" tabs={tabs} />
    </div>
  );
}

function Spent({ days, totalMicros, span, byTask, byModel, byVersion }: SpendViewProps) {
  const locale = useLocale();
  const written = days.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p className="mb-4">
        <span className="block text-28 font-semibold tabular-nums">{formatMicros(totalMicros, locale)}</span>
        <span className="text-muted">
          for {countOf(written, "generation")} in the last {span} days
        </span>
      </p>
      <DayChart days={days} />
      <Section title="By kind">
        <SpendTable caption="Spending by kind" first="Kind" groups={byTask} nameOf={taskName} />
      </Section>
      <Section title="By model">
        <SpendTable caption="Spending by model" first="Model" groups={byModel} />
      </Section>
      <Section title="By prompt version" about="Which wording of ours was used.">
        <SpendTable caption="Spending by prompt version" first="Prompt" groups={byVersion} />
      </Section>
    </>
  );
}

function Nothing() {
  return (
    <div className="pb-4">
      <EmptyState icon={Coins} title="Nothing was written in this time">
        Once topics are suggested or a bundle is written, each call to a model stands here with what it cost.
      </EmptyState>
    </div>
  );
}
