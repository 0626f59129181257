import { Link } from "@remix-run/react";
import { type LucideIcon, Mail, Phone } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { LinkTabs } from "~/components/ui/tabs";
import { useNow } from "~/now";
import { HouseContext, NowContext, useStage } from "../house";
import { type LeadDetail, type LeadsHouse, nameOf } from "../lead";
import { StageMark } from "../stage-mark";
import { MoneyWords, PersonWords } from "../table/cell-words";
import { type LeadActs, LeadAbout } from "./lead-about";
import { LeadMenu } from "./lead-menu";
import { aboutOf } from "./lead-panel";

export type LeadTab = { name: string; title: string };

export type LeadViewProps = {
  lead: LeadDetail;
  house: LeadsHouse;
  acts: LeadActs;
  leadsTo: string;
  leadTo: string;
  companyTo: string | null;
  /** Beside the timeline, which is open where none of them is. */
  tabs: readonly LeadTab[];
  openTab: string | null;
  tabbed?: ReactNode;
  /** What is to be done, and where one writes down what was. */
  work?: ReactNode;
  story?: ReactNode;
  /** Cards above and below what is known of the lead. */
  top?: ReactNode;
  side?: ReactNode;
};

/** Somebody's story, and beside it what is known of them. */
export function LeadView(props: LeadViewProps) {
  const { lead, house, acts, leadsTo, leadTo, top, side } = props;
  const now = useNow();
  return (
    <HouseContext.Provider value={house}>
      <NowContext.Provider value={now}>
        <Page
          title={nameOf(lead)}
          back={{ to: leadsTo, name: "Leads" }}
          about={<Heading {...props} />}
          action={<LeadMenu lead={lead} leadTo={leadTo} />}
        >
          <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <Main {...props} />
            <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6 lg:border-l lg:border-line lg:pl-8">
              {top}
              <LeadAbout lead={lead} acts={acts} isAlone={false} />
              {side}
            </div>
          </div>
        </Page>
      </NowContext.Provider>
    </HouseContext.Provider>
  );
}

/** Who somebody is, how to reach them at once, and how they stand: nobody should have to look for that. */
function Heading({ lead, companyTo }: LeadViewProps) {
  const about = aboutOf(lead);
  return (
    <>
      {about && (
        <span className="block">
          {companyTo ? (
            <Link to={companyTo} className="link">
              {about}
            </Link>
          ) : (
            about
          )}
        </span>
      )}
      <span className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-13">
        <StageMark stage={useStage(lead.stageId)} />
        {lead.value && (
          <span className="font-medium text-ink tabular-nums">
            <MoneyWords value={lead.value} />
          </span>
        )}
        {lead.assignedTo && <PersonWords id={lead.assignedTo} />}
        {lead.email && <Reach icon={Mail} to={`mailto:${lead.email}`} name={lead.email} />}
        {lead.phone && <Reach icon={Phone} to={`tel:${lead.phone}`} name={lead.phone} />}
      </span>
    </>
  );
}

function Reach({ icon: Icon, to, name }: { icon: LucideIcon; to: string; name: string }) {
  return (
    <a href={to} className="touch inline-flex min-w-0 items-center gap-1.5 hover:text-ink hover:underline">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 break-all">{name}</span>
    </a>
  );
}

function Main({ tabs, openTab, tabbed, work, story }: LeadViewProps) {
  const all = [{ name: "", title: "Story" }, ...tabs];
  return (
    <div className="min-w-0">
      {tabs.length > 0 && (
        <LinkTabs
          label="About this lead"
          tabs={all.map(({ name, title }) => ({
            to: name ? `?tab=${name}` : "?",
            name: title,
            isCurrent: name === (openTab ?? ""),
          }))}
        />
      )}
      <div className={tabs.length > 0 ? "mt-5" : undefined}>
        {openTab ? (
          tabbed
        ) : (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
            {work}
            {story}
          </div>
        )}
      </div>
    </div>
  );
}
