import { Link, useLocation } from "@remix-run/react";
import { useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { LinkButton } from "~/components/ui/link-button";
import { useLeaving } from "~/form/action-button";
import { countOf } from "~/words/format";
import { DecisionButtons } from "./decision-buttons";
import { useRowKeys } from "./row-keys";
import { ScoreLine } from "./scores";
import type { Topic, TopicStatus } from "./topic";

type TopicRowsProps = {
  topics: Topic[];
  status: TopicStatus;
  mayWrite: boolean;
  /** Where a bundle is ordered, for topics that may be in one. */
  bundleTo?: string;
};

/** j and k walk, x selects, Enter opens; what is decided leaves the list at once and can be taken back. */
export function TopicRows({ topics, status, mayWrite, bundleTo }: TopicRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const mayDecide = mayWrite && status !== "used";
  const leaving = new Set([...useLeaving("decide", "ids")].flatMap((ids) => ids.split(",")));
  const staying = topics.filter(({ id }) => !leaving.has(id));
  const selection = useSelection(staying);
  useRowKeys(list, mayDecide ? selection.toggle : undefined);
  return (
    <>
      <ul ref={list} className="border-t border-line">
        {topics.map((topic) => (
          <TopicRow
            key={topic.id}
            topic={topic}
            hidden={leaving.has(topic.id)}
            mayDecide={mayDecide}
            selected={selection.has(topic.id)}
            onSelect={() => selection.toggle(topic.id)}
          />
        ))}
      </ul>
      {mayDecide && selection.chosen.length > 0 && (
        <BulkBar
          chosen={selection.chosen}
          staying={staying}
          onSelect={selection.replace}
          bundleTo={bundleTo}
        />
      )}
    </>
  );
}

/** Only what is still on the screen counts as selected. */
function useSelection(staying: Topic[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  function toggle(id: string): void {
    const next = new Set(ids);
    if (!next.delete(id)) next.add(id);
    setIds(next);
  }
  return {
    chosen: staying.filter(({ id }) => ids.has(id)),
    has: (id: string) => ids.has(id),
    toggle,
    replace: (topics: Topic[]) => setIds(new Set(topics.map(({ id }) => id))),
  };
}

type TopicRowProps = {
  topic: Topic;
  hidden: boolean;
  mayDecide: boolean;
  selected: boolean;
  onSelect: () => void;
};

function TopicRow({ topic, hidden, mayDecide, selected, onSelect }: TopicRowProps) {
  const { id, title, subheader } = topic;
  const { search } = useLocation();
  return (
    <li
      hidden={hidden}
      className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-line px-1 py-(--row-inset) hover:bg-sunken"
    >
      {mayDecide && (
        <Checkbox
          checked={selected}
          onChange={onSelect}
          label={<span className="sr-only">Select “{title}”</span>}
        />
      )}
      <div className="min-w-0 flex-1 basis-56 py-1">
        <Link
          to={{ pathname: id, search }}
          preventScrollReset
          prefetch="intent"
          data-row={id}
          className="block rounded-4 font-medium break-words"
        >
          {title}
        </Link>
        {subheader && <p className="text-13 break-words text-muted">{subheader}</p>}
        <ScoreLine topic={topic} />
      </div>
      {mayDecide && (
        <div className="flex gap-1 max-sm:w-full max-sm:pl-7">
          <DecisionButtons topics={[topic]} />
        </div>
      )}
    </li>
  );
}

type BulkBarProps = {
  chosen: Topic[];
  staying: Topic[];
  onSelect: (topics: Topic[]) => void;
  bundleTo?: string;
};

function BulkBar({ chosen, staying, onSelect, bundleTo }: BulkBarProps) {
  return (
    <div
      role="region"
      aria-label="What is selected"
      data-ground
      className="animate-rise sticky bottom-20 z-20 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-8 border border-line bg-raised px-3 py-2 shadow-lift md:bottom-4"
    >
      <span role="status" className="px-1 font-medium">
        {countOf(chosen.length, "topic")} selected
      </span>
      {bundleTo && (
        <LinkButton
          to={`${bundleTo}&topics=${chosen.map(({ id }) => id).join(",")}`}
          size="sm"
          look="primary"
        >
          Order a bundle
        </LinkButton>
      )}
      <DecisionButtons topics={chosen} />
      {chosen.length < staying.length && (
        <Button size="sm" look="quiet" onClick={() => onSelect(staying)}>
          Select all {staying.length}
        </Button>
      )}
      <Button size="sm" look="quiet" onClick={() => onSelect([])}>
        Clear
      </Button>
    </div>
  );
}
