import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { RelativeTime } from "~/components/ui/time";
import { useLocale } from "~/locale";
import type { Figures } from "~/performance/performance";
import { Totals } from "~/performance/performance-view";
import { countOf, formatNumber } from "~/words/format";

export type Today = {
  /** Tasks of this person. */
  overdue: number;
  dueToday: number;
  /** Leads that nobody has contacted. */
  untouched: { value: number; isExact: boolean };
  newest: { id: string; name: string; companyName: string; score: number | null; createdAt: string }[];
  /** Absent until it was counted for the first time. */
  month: { total: Figures; before: Figures } | null;
};

/** What waits, who came, what the month brought: each leads to where it is done. */
export function TodayPart({ today, home }: { today: Today; home: string }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 lg:grid-cols-2">
        <Part title="To do today">
          <OpenWork today={today} home={home} />
        </Part>
        <Part title="Newest leads" all={{ to: `${home}/leads`, name: "All leads" }}>
          <Newest today={today} home={home} />
        </Part>
      </div>
      {today.month && (
        <Part title="The last 30 days" all={{ to: `${home}/performance?days=30`, name: "Performance" }}>
          <div className="pt-4">
            <Totals {...today.month} span={30} />
          </div>
        </Part>
      )}
    </div>
  );
}

type PartProps = { title: string; all?: { to: string; name: string }; children: ReactNode };

function Part({ title, all, children }: PartProps) {
  return (
    <section aria-label={title}>
      <div className="flex items-baseline justify-between gap-3 border-b border-line pb-2">
        <h2 className="font-semibold">{title}</h2>
        {all && (
          <Link to={all.to} prefetch="intent" className="link touch text-13">
            {all.name}
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}

const isNew = encodeURIComponent(
  JSON.stringify({ all: [{ field: "status", operator: "equals", value: "new" }] }),
);

function OpenWork({ today, home }: { today: Today; home: string }) {
  const locale = useLocale();
  const { overdue, dueToday, untouched } = today;
  const leads = `${formatNumber(untouched.value, locale)}${untouched.isExact ? "" : "+"}`;
  const rows = [
    overdue > 0 && { to: `${home}/tasks`, words: `${countOf(overdue, "task")} overdue`, isLate: true },
    dueToday > 0 && { to: `${home}/tasks`, words: `${countOf(dueToday, "task")} due today`, isLate: false },
    untouched.value > 0 && {
      to: `${home}/leads?filter=${isNew}`,
      words: `${leads} ${untouched.value === 1 ? "lead waits" : "leads wait"} for a first contact`,
      isLate: false,
    },
  ].filter((row) => row !== false);
  if (rows.length === 0) return <p className="py-3 text-muted">Nothing waits for you.</p>;
  return (
    <ul className="divide-y divide-line">
      {rows.map(({ to, words, isLate }) => (
        <li key={words}>
          <Link
            to={to}
            prefetch="intent"
            className="flex min-h-(--list-row) items-center gap-3 px-1 py-(--row-inset) hover:bg-sunken"
          >
            <span className={isLate ? "flex-1 text-danger" : "flex-1"}>{words}</span>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-faint" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Newest({ today, home }: { today: Today; home: string }) {
  return (
    <ul className="divide-y divide-line">
      {today.newest.map(({ id, name, companyName, score, createdAt }) => (
        <li key={id}>
          <Link
            to={`${home}/leads/${id}`}
            prefetch="intent"
            className="flex min-h-(--list-row) items-center gap-3 px-1 py-(--row-inset) hover:bg-sunken"
          >
            <span className="min-w-0 flex-1 truncate">
              <span className="font-medium">{name}</span>
              {companyName && <span className="text-muted"> · {companyName}</span>}
            </span>
            {score !== null && (
              <span className="shrink-0 text-13 text-muted tabular-nums max-sm:hidden">Score {score}</span>
            )}
            <span className="shrink-0 text-right text-13 text-muted sm:w-24">
              <RelativeTime at={createdAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
