import { Link } from "@remix-run/react";
import { Compass, Store } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Page } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { LinkTabs } from "~/components/ui/tabs";
import { ActionButton } from "~/form/action-button";
import { BusinessChoice } from "~/topics/business-choice";
import { useRowKeys } from "~/topics/row-keys";
import { RunCost, RunState, SuggestButton, type SuggestionRun } from "~/topics/suggestions";
import type { BusinessOption } from "~/topics/topic";
import { type Strategy, summaryOf } from "./strategy-words";

export type StrategiesViewProps = {
  businesses: BusinessOption[];
  business: BusinessOption | null;
  strategies: Strategy[];
  archived: boolean;
  mayWrite: boolean;
  /** How drafting one goes; absent where there is no business. */
  run: SuggestionRun | null;
  topicsTo: string;
  businessesTo?: string;
  pages?: ReactNode;
};

const about = "What a business wants to say, to whom and why. Everything that is written follows one.";

const words = {
  ask: "Draft a strategy",
  running: "Drafting a strategy…",
  failed: "No strategy came this time",
};

export function StrategiesView(props: StrategiesViewProps) {
  const { businesses, business, archived, run, mayWrite, topicsTo } = props;
  if (!business || !run) return <WithoutBusiness to={props.businessesTo} />;
  const of = `business=${business.id}`;
  return (
    <Page
      title="Strategies"
      about={about}
      back={{ to: topicsTo, name: "Topics" }}
      action={
        mayWrite && (
          <>
            <LinkButton to={`new?${of}`}>Create strategy</LinkButton>
            <SuggestButton run={run} words={words} business={business.id} />
          </>
        )
      }
    >
      <BusinessChoice businesses={businesses} chosen={business.id} />
      <RunState run={run} words={words} business={business.id} mayWrite={mayWrite} />
      <LinkTabs
        label="Strategies by state"
        tabs={[
          { to: `?${of}`, name: "In use", isCurrent: !archived },
          { to: `?${of}&archived=true`, name: "Archived", isCurrent: archived },
        ]}
      />
      <List {...props} run={run} />
    </Page>
  );
}

function List(props: StrategiesViewProps & { run: SuggestionRun }) {
  const { strategies, archived, mayWrite, run, pages } = props;
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list);
  if (strategies.length === 0) return <Nothing archived={archived} mayWrite={mayWrite} run={run} />;
  return (
    <>
      <ul ref={list}>
        {strategies.map((strategy) => (
          <StrategyRow key={strategy.id} strategy={strategy} mayWrite={mayWrite} />
        ))}
      </ul>
      {pages}
    </>
  );
}

function StrategyRow({ strategy, mayWrite }: { strategy: Strategy; mayWrite: boolean }) {
  const { id, name, targetAudience, isDefault } = strategy;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line px-1 py-3 hover:bg-sunken">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-2">
          <Link to={id} prefetch="intent" data-row={id} className="rounded-4 font-medium break-words">
            {name}
          </Link>
          {isDefault && <Badge tone="stream">Default</Badge>}
        </p>
        <p className="text-13 text-muted">{summaryOf(strategy)}</p>
        {targetAudience && <p className="line-clamp-2 text-13 text-muted">For {targetAudience}</p>}
      </div>
      {mayWrite && (
        <div className="flex gap-1">
          <StrategyButtons strategy={strategy} />
        </div>
      )}
    </li>
  );
}

/** What may become of a strategy as it stands. */
export function StrategyButtons({ strategy, action }: { strategy: Strategy; action?: string }) {
  const { id, name, isDefault, archivedAt } = strategy;
  const shared = { action, fields: { id, name }, size: "sm", look: "quiet" } as const;
  if (archivedAt)
    return (
      <ActionButton {...shared} intent="restore" aria-label={`Restore ${name}`}>
        Restore
      </ActionButton>
    );
  return (
    <>
      {!isDefault && (
        <ActionButton {...shared} intent="default" aria-label={`Make default: ${name}`}>
          Make default
        </ActionButton>
      )}
      <ActionButton {...shared} intent="archive" aria-label={`Archive ${name}`}>
        Archive
      </ActionButton>
    </>
  );
}

type NothingProps = { archived: boolean; mayWrite: boolean; run: SuggestionRun };

function Nothing({ archived, mayWrite, run }: NothingProps) {
  if (archived)
    return (
      <div className="mt-8">
        <EmptyState icon={Compass} title="Nothing is archived">
          A strategy that is put away stands here. What was written with it stays as it is.
        </EmptyState>
      </div>
    );
  return (
    <div className="mt-8">
      <EmptyState icon={Compass} title="No strategy yet">
        A goal, a voice, a form and a length, and what you know of the people you write for.{" "}
        {mayWrite ? (
          <>
            Have one drafted from the business's profile, then correct it. <RunCost run={run} />
          </>
        ) : (
          "A marketer or admin can create one."
        )}
      </EmptyState>
    </div>
  );
}

function WithoutBusiness({ to }: { to?: string }) {
  return (
    <Page title="Strategies" about={about}>
      <EmptyState
        icon={Store}
        title="First a business, then its strategy"
        action={
          to && (
            <LinkButton to={to} look="primary">
              Describe a business
            </LinkButton>
          )
        }
      >
        A strategy says whom a business writes for.{" "}
        {to ? "Describe yours, from its website or by hand." : "A marketer or admin can describe one."}
      </EmptyState>
    </Page>
  );
}
