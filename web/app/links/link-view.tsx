import { useSearchParams } from "@remix-run/react";
import { MousePointerClick } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { CopyButton } from "~/components/ui/copy-button";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { LinkTabs } from "~/components/ui/tabs";
import { useLocale } from "~/locale";
import { formatNumber } from "~/words/format";
import { AboutLink } from "./about-link";
import { Trouble } from "./trouble";
import { Breakdown } from "./breakdown";
import { ClickRows } from "./click-rows";
import { ClicksChart, type Counted, countOfDay } from "./clicks-chart";
import { type Click, countryName, deviceWords, type Link, type LinkStats, referrerName } from "./link";
import { ArchiveButton, Remark } from "./links-view";
import { QrDialog } from "./qr-dialog";

export type LinkViewProps = {
  link: Link;
  stats: LinkStats;
  clicks: Click[];
  counted: Counted;
  days: number;
  mayWrite: boolean;
  listTo: string;
  /** The piece whose call to action it is. */
  pieceTo?: string;
  pages?: ReactNode;
  panel?: ReactNode;
};

export const periods = [7, 30, 60, 365];

export function LinkView(props: LinkViewProps) {
  const { link, mayWrite, listTo, panel } = props;
  const { name, slug, shortUrl } = link;
  return (
    <Page
      title={name}
      back={{ to: listTo, name: "Links" }}
      about={
        <span className="flex flex-wrap items-center gap-2">
          <code className="font-mono text-13 break-all text-ink">{shortUrl}</code>
          <Remark link={link} />
        </span>
      }
      action={
        <>
          <CopyButton value={shortUrl} label="Copy link" />
          <QrDialog url={shortUrl} name={name} slug={slug} />
          {mayWrite && <ArchiveButton link={link} />}
          {mayWrite && (
            <LinkButton to="?edit=1" preventScrollReset>
              Change
            </LinkButton>
          )}
        </>
      }
    >
      <Trouble link={link} />
      <Filters {...props} />
      <Numbers {...props} />
      <Where {...props} />
      <AboutLink {...props} />
      <Clicks {...props} />
      {panel}
    </Page>
  );
}

function Filters({ counted, days }: LinkViewProps) {
  const [search] = useSearchParams();
  const to = (change: Record<string, string>) => {
    const next = new URLSearchParams(search);
    next.delete("cursor");
    for (const [key, value] of Object.entries(change)) next.set(key, value);
    return `?${next.toString()}`;
  };
  const whom = { people: "People", machines: "Suspects and machines", all: "Everything" };
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
      <LinkTabs
        label="Whom to count"
        tabs={Object.entries(whom).map(([key, name]) => ({
          to: to({ count: key }),
          name,
          isCurrent: key === counted,
        }))}
      />
      <p className="flex gap-1 text-13">
        {periods.map((each) => (
          <LinkButton
            key={each}
            to={to({ days: String(each) })}
            size="sm"
            look={each === days ? "secondary" : "quiet"}
            aria-current={each === days ? "true" : undefined}
            preventScrollReset
          >
            {each === 365 ? "A year" : `${each} days`}
          </LinkButton>
        ))}
      </p>
    </div>
  );
}

function Numbers({ link, stats, counted, days }: LinkViewProps) {
  const locale = useLocale();
  const now = countOfDay(stats.totals, counted);
  const before = countOfDay(stats.previous, counted);
  const time = days === 365 ? "year" : `${days} days`;
  const wasThere = link.createdAt.slice(0, 10) < stats.from;
  const words = { people: "people", machines: "suspects and machines", all: "clicks" };
  return (
    <div className="mb-8">
      <p className="mb-3">
        <span className="text-20 font-semibold tabular-nums">{formatNumber(now, locale)}</span>{" "}
        <span className="text-muted">
          {words[counted]} in {days === 365 ? "a year" : time}
          {wasThere && `; ${formatNumber(before, locale)} in the ${time} before`}.
        </span>
      </p>
      <ClicksChart days={stats.days} counted={counted} />
    </div>
  );
}

function Where({ stats, counted }: LinkViewProps) {
  const { language } = useLocale();
  return (
    <div className="mb-8 grid gap-8 md:grid-cols-3">
      <Breakdown
        title="Countries"
        rows={stats.countries}
        nameOf={(code) => countryName(code, language)}
        counted={counted}
      />
      <Breakdown
        title="Devices"
        rows={stats.devices}
        nameOf={(device) => deviceWords[device] ?? device}
        counted={counted}
      />
      <Breakdown title="Came from" rows={stats.referrers} nameOf={referrerName} counted={counted} />
    </div>
  );
}

function Clicks({ clicks, mayWrite, pages, link }: LinkViewProps) {
  return (
    <Section
      title="Clicks"
      about="What we take each for, and why. Say otherwise, and every number follows."
      action={
        clicks.length > 0 && (
          <span className="grid justify-items-start gap-3">
            {mayWrite && (
              <LinkButton to="?judge=1" size="sm" preventScrollReset>
                Judge a time
              </LinkButton>
            )}
            <a href={`${link.id}/export`} download className="link text-13">
              Download as CSV
            </a>
          </span>
        )
      }
    >
      {clicks.length === 0 ? (
        <EmptyState icon={MousePointerClick} title="Nobody has followed it yet">
          Share it. A click is counted within seconds.
        </EmptyState>
      ) : (
        <ClickRows clicks={clicks} mayWrite={mayWrite} />
      )}
      {pages}
    </Section>
  );
}
