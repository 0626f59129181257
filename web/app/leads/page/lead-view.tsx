import { Link } from "@remix-run/react";
import { Page } from "~/components/page";
import { ExactTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { useNow } from "~/now";
import { HouseContext, NowContext } from "../house";
import { type LeadDetail, type LeadsHouse, nameOf } from "../lead";
import { type LeadActs, LeadAbout } from "./lead-about";
import { aboutOf } from "./lead-panel";
import { type Chapter, storyOf } from "./story";

type LeadViewProps = {
  lead: LeadDetail;
  house: LeadsHouse;
  acts: LeadActs;
  leadsTo: string;
  companyTo: string | null;
};

export function LeadView({ lead, house, acts, leadsTo, companyTo }: LeadViewProps) {
  const about = aboutOf(lead);
  const now = useNow();
  return (
    <HouseContext.Provider value={house}>
      <Page
        title={nameOf(lead)}
        back={{ to: leadsTo, name: "Leads" }}
        about={
          companyTo ? (
            <Link to={companyTo} className="link">
              {about}
            </Link>
          ) : (
            about
          )
        }
        action={
          house.mayDelete && (
            <ActionButton intent="delete" fields={{ name: nameOf(lead) }} look="quiet">
              Delete
            </ActionButton>
          )
        }
      >
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <NowContext.Provider value={now}>
            <LeadAbout lead={lead} acts={acts} />
          </NowContext.Provider>
          <Story chapters={storyOf(lead, house)} />
        </div>
      </Page>
    </HouseContext.Provider>
  );
}

function Story({ chapters }: { chapters: Chapter[] }) {
  return (
    <section aria-label="How it went" className="lg:border-l lg:border-line lg:pl-8">
      <h2 className="font-semibold">How it went</h2>
      <ol className="mt-3 grid gap-4">
        {chapters.map(({ at, title, about }) => (
          <li key={`${at} ${title}`} className="relative border-l-2 border-line pl-4">
            <p className="font-medium">{title}</p>
            {about && <p className="text-muted">{about}</p>}
            <p className="text-12 text-muted">
              <ExactTime at={at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
