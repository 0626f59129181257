import { ChartSpline, Hourglass } from "lucide-react";
import { Page } from "~/components/page";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { LinkTabs } from "~/components/ui/tabs";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { useLocale } from "~/locale";
import { countOf } from "~/words/format";
import { type Forecast, type ForecastType, type Granularity, sayDay, sayValue, types } from "./forecast";
import { ForecastChart } from "./forecast-chart";
import { Drivers, LookingBack, PipelinePart, Scenarios } from "./forecast-parts";

export type ForecastsViewProps = {
  type: ForecastType;
  granularity: Granularity;
  /** Absent until the first was made. */
  forecast?: Forecast;
  /** Names by id. */
  sources: Record<string, string>;
  mayOrder: boolean;
};

export function ForecastsView(props: ForecastsViewProps) {
  const { forecast, mayOrder, type } = props;
  const chosen = types.find((each) => each.type === type);
  return (
    <Page
      title="Forecast"
      about={
        forecast ? (
          <>
            Made each night from your own leads, the last time <RelativeTime at={forecast.madeAt} />.
          </>
        ) : (
          "Made each night from your own leads."
        )
      }
      action={
        forecast &&
        mayOrder && (
          <ActionButton intent="order" look="secondary">
            Update now
          </ActionButton>
        )
      }
    >
      <Choices {...props} />
      <Said {...props} name={chosen?.name ?? ""} />
    </Page>
  );
}

function Choices({ type, granularity }: ForecastsViewProps) {
  const to = (change: { type?: string; by?: string }) =>
    `?${new URLSearchParams({ type, by: granularity, ...change }).toString()}`;
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <LinkTabs
        label="What is forecast"
        tabs={types.map((each) => ({
          to: to({ type: each.type }),
          name: each.name,
          isCurrent: each.type === type,
        }))}
      />
      <p className="flex gap-1 text-13">
        {(["week", "month"] as const).map((each) => (
          <LinkButton
            key={each}
            to={to({ by: each })}
            size="sm"
            look={each === granularity ? "secondary" : "quiet"}
            aria-current={each === granularity ? "true" : undefined}
            preventScrollReset
          >
            {each === "week" ? "Weeks" : "Months"}
          </LinkButton>
        ))}
      </p>
    </div>
  );
}

function Said({ forecast, sources, mayOrder, name }: ForecastsViewProps & { name: string }) {
  if (!forecast)
    return (
      <EmptyState
        icon={ChartSpline}
        title="Nothing has been foretold yet"
        action={
          mayOrder && (
            <ActionButton intent="order" look="primary">
              Make a forecast
            </ActionButton>
          )
        }
      >
        Here you will see what the next weeks bring, how sure that is, and how often it would have been right
        so far.
      </EmptyState>
    );
  if (forecast.state === "refused")
    return (
      <>
        <Refused forecast={forecast} />
        <PipelinePart forecast={forecast} />
      </>
    );
  return (
    <>
      <Headline forecast={forecast} />
      <div className="mb-8">
        <ForecastChart forecast={forecast} name={name} />
      </div>
      <LookingBack forecast={forecast} />
      <Scenarios forecast={forecast} />
      <Drivers forecast={forecast} sources={sources} />
      <PipelinePart forecast={forecast} />
    </>
  );
}

function Refused({ forecast: { knownPeriods, neededPeriods, granularity } }: { forecast: Forecast }) {
  return (
    <div className="mb-8">
      <EmptyState icon={Hourglass} title="Too little has happened to say anything">
        A forecast needs {neededPeriods} whole {granularity}s with something to measure; so far there{" "}
        {knownPeriods === 1 ? "is" : "are"} {knownPeriods}.{" "}
        {granularity === "month" && "Weeks need less time to come together."}
      </EmptyState>
    </div>
  );
}

function Headline({ forecast }: { forecast: Forecast }) {
  const locale = useLocale();
  const { type, predictedValue, confidenceLower, confidenceUpper, points, granularity, current } = forecast;
  const say = (value: number | null) => sayValue(value ?? 0, forecast, locale);
  const isMean = type === "conversion_rate" || type === "deal_velocity";
  return (
    <p className="mb-4">
      <span className="text-28 font-semibold tabular-nums">{say(predictedValue)}</span>{" "}
      <span className="text-muted">
        expected {isMean ? "on average " : ""}from {sayDay(forecast.periodStart, locale)} to{" "}
        {sayDay(forecast.periodEnd, locale)}, {countOf(points.length, granularity)}. Four of five times
        between {say(confidenceLower)} and {say(confidenceUpper)}.
        {current.soFar !== null && ` This ${granularity} so far: ${say(current.soFar)}.`}
      </span>
    </p>
  );
}
