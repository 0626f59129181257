import { Link, useLocation } from "@remix-run/react";
import { Lightbulb, Store } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { LinkTabs } from "~/components/ui/tabs";
import { countOf } from "~/words/format";
import { BusinessChoice } from "./business-choice";
import { type BusinessOption, type Topic, topicStates, type TopicStatus } from "./topic";
import { RunCost, RunState, SuggestButton, type SuggestionRun } from "./suggestions";
import { TopicRows } from "./topic-rows";

export type TopicOrder = "engagement" | "newest";

export type TopicsViewProps = {
  businesses: BusinessOption[];
  business: BusinessOption | null;
  topics: Topic[];
  counts: Record<TopicStatus, number>;
  status: TopicStatus;
  order: TopicOrder;
  mayWrite: boolean;
  /** How suggesting goes; absent where there is no business. */
  run: SuggestionRun | null;
  /** Where a bundle of the chosen topics is ordered. */
  bundleTo: string;
  /** Where a business is described; absent for those who may not. */
  businessesTo?: string;
  strategiesTo: string;
  addTo: string;
  pages?: ReactNode;
  panel?: ReactNode;
};

const about = "What this business could write about, and why readers would care.";
const words = {
  ask: "Suggest topics",
  running: "Looking for topics…",
  failed: "No topics came this time",
};

export function TopicsView(props: TopicsViewProps) {
  const { businesses, business, run, mayWrite, strategiesTo, panel } = props;
  if (!business || !run) return <WithoutBusiness to={props.businessesTo} />;
  return (
    <Page
      title="Topics"
      about={
        <>
          {about}{" "}
          <Link to={strategiesTo} className="link">
            Strategies
          </Link>
        </>
      }
      action={mayWrite && <Actions {...props} business={business} run={run} />}
    >
      <BusinessChoice businesses={businesses} chosen={business.id} />
      <RunState run={run} words={words} business={business.id} mayWrite={mayWrite} />
      <StatusTabs {...props} />
      <OfStatus {...props} business={business} run={run} />
      {panel}
    </Page>
  );
}

/** As many as an order offers; the most promising ones. */
const mostInBundle = 100;

type WithBusiness = TopicsViewProps & { business: BusinessOption; run: SuggestionRun };

/** The one primary thing is what comes next: ideas first, and once some are chosen, what is made of them. */
function Actions({ status, counts, business, run, addTo, bundleTo }: WithBusiness) {
  const isOrdering = status === "chosen" && counts.chosen > 0;
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton to={addTo} preventScrollReset>
        Add topic
      </LinkButton>
      {isOrdering ? (
        <LinkButton to={bundleTo} look="primary">
          Order a bundle with {countOf(Math.min(counts.chosen, mostInBundle), "topic")}
        </LinkButton>
      ) : (
        <SuggestButton run={run} words={words} business={business.id} />
      )}
    </div>
  );
}

function StatusTabs({ counts, status }: TopicsViewProps) {
  const with_ = useWith();
  return (
    <LinkTabs
      label="Topics by state"
      tabs={Object.entries(topicStates).map(([key, { name }]) => {
        const count = counts[key as TopicStatus]; // safe: a key of the states
        return {
          to: with_({ status: key }),
          name: count > 0 ? `${name} ${count >= 500 ? "500+" : count}` : name,
          isCurrent: key === status,
        };
      })}
    />
  );
}

function OfStatus(props: WithBusiness) {
  const { topics, status, mayWrite, addTo, bundleTo, business, run, pages } = props;
  const { title, empty } = topicStates[status];
  if (topics.length === 0)
    return (
      <div className="mt-8">
        <EmptyState
          icon={Lightbulb}
          title={title}
          action={mayWrite && status === "chosen" && <LinkButton to={addTo}>Add topic</LinkButton>}
        >
          {empty}{" "}
          {mayWrite && status === "suggested" && (
            <>
              Ten at a time are made from its profile, its website and its strategy. <RunCost run={run} />
            </>
          )}
        </EmptyState>
        {pages}
      </div>
    );
  return (
    <>
      <Order {...props} />
      <TopicRows
        key={`${business.id} ${status}`}
        topics={topics}
        status={status}
        mayWrite={mayWrite}
        bundleTo={status === "chosen" ? bundleTo : undefined}
      />
      {pages}
    </>
  );
}

function Order({ topics, order }: TopicsViewProps) {
  const with_ = useWith();
  const orders = { engagement: "Most promising first", newest: "Newest first" };
  return (
    <p className="mt-4 mb-1 flex flex-wrap items-baseline gap-x-4 gap-y-1 px-1 text-13 text-muted">
      <span className="flex-1 max-sm:basis-full">{countOf(topics.length, "topic")} on this page</span>
      {Object.entries(orders).map(([key, name]) =>
        key === order ? (
          <span key={key} className="font-medium text-ink">
            {name}
          </span>
        ) : (
          <LinkButton key={key} to={with_({ order: key })} preventScrollReset look="quiet" size="sm">
            {name}
          </LinkButton>
        ),
      )}
    </p>
  );
}

/** This address with something else in it, from the first page on. */
function useWith(): (change: Record<string, string>) => string {
  const { search } = useLocation();
  return (change) => {
    const next = new URLSearchParams(search);
    next.delete("cursor");
    for (const [key, value] of Object.entries(change)) next.set(key, value);
    return `?${next.toString()}`;
  };
}

function WithoutBusiness({ to }: { to?: string }) {
  return (
    <Page title="Topics" about={about}>
      <EmptyState
        icon={Store}
        title="First a business, then its topics"
        action={
          to && (
            <LinkButton to={to} look="primary">
              Describe a business
            </LinkButton>
          )
        }
      >
        Topics come from what a business offers and whom it is for.{" "}
        {to ? "Describe yours, from its website or by hand." : "A marketer or admin can describe one."}
      </EmptyState>
    </Page>
  );
}
