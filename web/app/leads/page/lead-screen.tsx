import { useSearchParams } from "@remix-run/react";
import { useState } from "react";
import type { Activity } from "~/activities/activity";
import { LeadWork } from "~/activities/lead-work";
import { sendTaskAct } from "~/activities/use-tasks";
import { notify } from "~/toasts/notify";
import type { LeadDetail, LeadsHouse } from "../lead";
import { partIn, type StoryEntry, type StoryPage } from "../story/story";
import { StoryView } from "../story/story-view";
import { useStory } from "../story/use-story";
import { Hearing } from "./hearing";
import { AllNewsContext, useLeadNews } from "./lead-news";
import { LeadView } from "./lead-view";
import { SlotCards, useSlots } from "./slot-cards";
import { useCard } from "./use-card";
import { useLead } from "./use-lead";

type LeadScreenProps = {
  organizationId: string;
  lead: LeadDetail;
  house: LeadsHouse;
  tasks: readonly Activity[];
  readAt: number;
  leadsTo: string;
  leadTo: string;
  /** Of the part of it that the address names. */
  story: StoryPage;
  home: string;
  actTo: string;
  companyTo: string | null;
};

/** The page of one lead at work: what other areas know of it hangs in its slots, and all of it hears what happens. */
export function LeadScreen({ organizationId, ...rest }: LeadScreenProps) {
  const news = useLeadNews(organizationId, rest.lead.id);
  return (
    <AllNewsContext.Provider value={news}>
      <Hearing>
        <Working {...rest} />
      </Hearing>
    </AllNewsContext.Provider>
  );
}

function Working({ tasks, readAt, story, home, actTo, ...rest }: Omit<LeadScreenProps, "organizationId">) {
  const { leadsTo, leadTo, house } = rest;
  const lead = useNewest(rest);
  const worked = useLead({ base: leadsTo, house, lead });
  const [search] = useSearchParams();
  const [top, side, tabs] = [useSlots("top"), useSlots("side"), useSlots("tab")];
  const open = tabs.find(({ name }) => name === search.get("tab"));
  const card = { lead: worked.lead ?? lead, leadTo };
  return (
    <LeadView
      {...rest}
      lead={card.lead}
      acts={worked.acts}
      tabs={tabs}
      openTab={open?.name ?? null}
      tabbed={open && <SlotCards {...card} slots={[open]} />}
      work={<LeadWork leadId={lead.id} leadTo={leadTo} actTo={actTo} first={tasks} readAt={readAt} />}
      story={<Story leadTo={leadTo} first={story} home={home} house={house} actTo={actTo} />}
      top={<SlotCards {...card} slots={top} />}
      side={<SlotCards {...card} slots={side} />}
    />
  );
}

type StoryProps = Pick<LeadScreenProps, "leadTo" | "home" | "house" | "actTo"> & { first: StoryPage };

function Story({ leadTo, first, home, house, actTo }: StoryProps) {
  const [search] = useSearchParams();
  const part = partIn(search);
  const story = useStory({ leadTo, part, first });
  async function remove({ activityId, title }: StoryEntry): Promise<void> {
    if (activityId === null) return;
    notify(await sendTaskAct(actTo, { id: activityId, title }, { intent: "remove" }));
    story.again();
  }
  const acts = house.mayWrite ? { remove: (entry: StoryEntry) => void remove(entry) } : null;
  return <StoryView story={story} part={part} mayContact={house.mayContact} home={home} acts={acts} />;
}

/** The lead as the page came with it, or as it was read after something happened to it. */
function useNewest({ lead, leadTo }: Pick<LeadScreenProps, "lead" | "leadTo">): LeadDetail {
  const [first] = useState({ lead });
  const { read } = useCard(`${leadTo}/known`, first);
  const seen = read.state === "ready" ? read.value.lead : lead;
  // Of two with the same date the one that was read by itself knows more: a follow-up changes no date.
  return seen.updatedAt >= lead.updatedAt ? seen : lead;
}
