import { createContext, useEffect, useState } from "react";
import { type Hears, isHeard, typeOf } from "~/live/news";
import { paced } from "~/live/pace";
import { joinRoom, type LiveEvent } from "~/live/room";

/** Rises with everything that happens to the lead of the page and concerns whoever reads it; they look again. */
export const LeadNewsContext = createContext(0);

/** How often each kind of fact was told of the lead since the page is there. */
export type LeadNews = Readonly<Record<string, number>>;

export const AllNewsContext = createContext<LeadNews>({});

export function useLeadNews(organizationId: string, leadId: string): LeadNews {
  const [news, setNews] = useState<LeadNews>({});
  useEffect(() => {
    let heard: string[] = [];
    const pace = paced(() => {
      const told = heard;
      heard = [];
      setNews((known) => withThese(known, told));
    });
    const leave = joinRoom(organizationId, (event) => {
      if (!isAbout(event, leadId)) return;
      heard.push(typeOf(event));
      pace.soon();
    });
    return () => {
      pace.stop();
      leave();
    };
  }, [organizationId, leadId]);
  return news;
}

/** All of them, or only those that are listened for. */
export function countOf(news: LeadNews, hears?: Hears): number {
  return Object.entries(news).reduce(
    (sum, [type, count]) => (hears === undefined || isHeard(type, hears) ? sum + count : sum),
    0,
  );
}

function withThese(news: LeadNews, told: readonly string[]): LeadNews {
  const next = { ...news };
  for (const type of told) next[type] = (next[type] ?? 0) + 1;
  return next;
}

/** Facts of its tasks, scores or messages name it in what they tell. */
function isAbout(event: LiveEvent, leadId: string): boolean {
  return event.kind === "reload" || JSON.stringify(event.data).includes(leadId);
}
