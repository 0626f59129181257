import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { LinkTabs } from "~/components/ui/tabs";
import { useNow } from "~/now";
import { HouseContext, NowContext } from "../house";
import { type LeadDetail, type LeadsHouse, nameOf } from "../lead";
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
          about={<About {...props} />}
          action={<LeadMenu lead={lead} leadTo={leadTo} />}
        >
          <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
            <Main {...props} />
            <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-6 lg:border-l lg:border-line lg:pl-8">
              {top}
              <LeadAbout lead={lead} acts={acts} withTouches={false} />
              {side}
            </div>
          </div>
        </Page>
      </NowContext.Provider>
    </HouseContext.Provider>
  );
}

function About({ lead, companyTo }: LeadViewProps) {
  const about = aboutOf(lead);
  if (!companyTo) return about;
  return (
    <Link to={companyTo} className="link">
      {about}
    </Link>
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
