import { Section } from "~/components/page";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { useLocale } from "~/locale";
import { countOf, formatMoney, formatNumber, formatPercent } from "~/words/format";
import { type Forecast, methodWords, sayEffect, sayPeriod, sayValue } from "./forecast";

type PartProps = { forecast: Forecast };

const scenarioWords = {
  careful: "Nine of ten times it is more",
  expected: "What is most likely, as far as we can tell",
  hopeful: "One of ten times it is more",
} as const;

export function Scenarios({ forecast }: PartProps) {
  const locale = useLocale();
  if (forecast.scenarios.length === 0) return null;
  return (
    <Section title="Scenarios" about="From two thousand futures, each with the surprises of your own past.">
      <dl className="grid gap-6 sm:grid-cols-3">
        {forecast.scenarios.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-13 text-muted">{name[0]?.toUpperCase() + name.slice(1)}</dt>
            <dd className="mt-1">
              <span className="text-20 font-semibold tabular-nums">{sayValue(value, forecast, locale)}</span>
              <span className="mt-1 block text-13 text-muted">{scenarioWords[name]}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** So few checks say little of whether the next one holds. */
const fewChecks = 10;

export function LookingBack({ forecast }: PartProps) {
  const locale = useLocale();
  const { backtest, method, granularity } = forecast;
  if (!backtest || !method || backtest.checks.length === 0) return null;
  const { checks, hits, meanErrors } = backtest;
  const other = method === "holt_winters" ? "seasonal_naive" : "holt_winters";
  const off = (which: typeof method) => sayValue(meanErrors[which] ?? 0, forecast, locale);
  return (
    <Section
      title="How often it was right"
      about={`For each ${granularity} of the past we asked what we would have said before it began.`}
    >
      <p>
        <span className="text-20 font-semibold tabular-nums">
          {formatPercent(hits / checks.length, locale, 1)}
        </span>{" "}
        <span className="text-muted">
          of {countOf(checks.length, granularity)} lay in the interval, which is made for{" "}
          {formatPercent(0.8, locale)}.
        </span>
      </p>
      {checks.length < fewChecks && (
        <p className="mt-2 text-attention">
          {countOf(checks.length, "check")} are few: take the interval as a first guess.
        </p>
      )}
      <p className="mt-2 text-muted">
        The method “{methodWords[method]}” was off by {off(method)} on average, “{methodWords[other]}” by{" "}
        {off(other)}; so it is the one we use.
      </p>
      <details className="mt-3 text-13">
        <summary className="touch inline-block text-muted hover:text-ink">Show every check</summary>
        <CheckTable forecast={forecast} checks={checks} />
      </details>
    </Section>
  );
}

const checkHead = [
  { key: "start", name: "Beginning" },
  { key: "said", name: "We would have said", align: "right" as const },
  { key: "was", name: "It was", align: "right" as const },
  { key: "hit", name: "In the interval" },
];

function CheckTable({
  forecast,
  checks,
}: PartProps & { checks: NonNullable<Forecast["backtest"]>["checks"] }) {
  const locale = useLocale();
  const say = (value: number) => sayValue(value, forecast, locale);
  return (
    <div className="mt-3">
      <Table caption="Checks of the past" head={checkHead}>
        {checks.toReversed().map(({ start, actual, lower, upper }) => (
          <Row key={start}>
            <LeadCell>{sayPeriod(start, forecast.granularity, locale)}</LeadCell>
            <Cell label="We would have said" align="right">
              {say(lower)} – {say(upper)}
            </Cell>
            <Cell label="It was" align="right">
              {say(actual)}
            </Cell>
            <Cell label="In the interval">
              {actual >= lower && actual <= upper ? "Yes" : actual < lower ? "No, less" : "No, more"}
            </Cell>
          </Row>
        ))}
      </Table>
    </div>
  );
}

const driverWords = {
  deals_closed: "Deals decided",
  deals_won: "Deals won",
  conversion_rate: "Share won of those decided",
  deal_size: "Value of a won deal",
  source: "Source",
  other_sources: "All other sources",
  mix: "Deals came from other sources",
  pace: "Deals of the same source took another time",
} as const;

export function Drivers({ forecast, sources }: PartProps & { sources: Record<string, string> }) {
  const locale = useLocale();
  const { change, points, granularity, currency } = forecast;
  if (!change || change.drivers.length === 0) return null;
  const say = (value: number) => sayValue(value, forecast, locale);
  const span = countOf(points.length, granularity);
  return (
    <Section
      title="What moved it"
      about={`The last ${span} against the ${span} before. The effects sum to the whole difference.`}
    >
      <p className="mb-3">
        From {say(change.before)} to {say(change.after)}:{" "}
        <strong className="tabular-nums">{sayEffect(change.after - change.before, forecast, locale)}</strong>
      </p>
      <ul className="border-t border-line">
        {change.drivers.map(({ name, sourceId, before, after, effect }) => (
          <li
            key={`${name}${sourceId}`}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2"
          >
            <span>
              {name === "source" ? ((sourceId && sources[sourceId]) ?? "No source") : driverWords[name]}
              {before !== null && after !== null && (
                <span className="ml-2 text-13 text-muted tabular-nums">
                  {sayFactor(name, before, { locale, currency })} →{" "}
                  {sayFactor(name, after, { locale, currency })}
                </span>
              )}
            </span>
            <span className="tabular-nums">{sayEffect(effect, forecast, locale)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Saying = { locale: ReturnType<typeof useLocale>; currency: string | null };

function sayFactor(name: keyof typeof driverWords, value: number, { locale, currency }: Saying): string {
  if (name === "conversion_rate") return formatPercent(value, locale, 1);
  if (name === "deal_size" && currency)
    return formatMoney({ amount: Math.round(value / 100) * 100, currency }, locale, "short");
  return formatNumber(value, locale);
}

const stageHead = [
  { key: "stage", name: "Stage" },
  { key: "leads", name: "Leads", align: "right" as const },
  { key: "value", name: "Value", align: "right" as const },
  { key: "odds", name: "Odds", align: "right" as const },
  { key: "weighted", name: "Weighted", align: "right" as const },
];

export function PipelinePart({ forecast }: PartProps) {
  const locale = useLocale();
  const { pipeline, currency } = forecast;
  if (!pipeline || !currency || pipeline.leads === 0) return null;
  const money = (amount: number) => sayValue(amount, forecast, locale);
  const days = formatNumber(Math.round(pipeline.usualDays), locale);
  return (
    <Section
      title="What is open now"
      about={`By each stage's odds. A won deal was ${days} days in a stage on average; one that stays twice as long counts half, three times a quarter.`}
    >
      <p className="mb-3">
        <span className="text-20 font-semibold tabular-nums">{money(pipeline.weighted)}</span>{" "}
        <span className="text-muted">
          of {money(pipeline.value)} in {countOf(pipeline.leads, "open lead")}, whenever they are decided.
        </span>
      </p>
      <Table caption="Open leads by stage" head={stageHead}>
        {pipeline.stages.map(({ stageId, name, leads, value, probability, agedProbability, weighted }) => (
          <Row key={stageId}>
            <LeadCell>{name}</LeadCell>
            <Cell label="Leads" align="right">
              {formatNumber(leads, locale)}
            </Cell>
            <Cell label="Value" align="right">
              {money(value)}
            </Cell>
            <Cell label="Odds" align="right">
              {formatPercent(agedProbability, locale, 1)}
              {agedProbability < probability - 0.005 && (
                <span className="text-muted"> of {formatPercent(probability, locale, 1)}</span>
              )}
            </Cell>
            <Cell label="Weighted" align="right">
              {money(weighted)}
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}
