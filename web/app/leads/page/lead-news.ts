import { createContext, useEffect, useState } from "react";
import { joinRoom, type LiveEvent } from "~/live/room";

/** Several facts in one breath are one look. */
const breathMs = 150;

/** Rises with everything that happens to the lead of the page and concerns whoever reads it; they look again. */
export const LeadNewsContext = createContext(0);

/** How often each kind of fact was told of the lead since the page is there. */
export type LeadNews = Readonly<Record<string, number>>;

export const AllNewsContext = createContext<LeadNews>({});

const reload = "reload";

export function useLeadNews(organizationId: string, leadId: string): LeadNews {
  const [news, setNews] = useState<LeadNews>({});
  useEffect(() => {
    let heard: string[] = [];
    let breath: ReturnType<typeof setTimeout> | undefined;
    const leave = joinRoom(organizationId, (event) => {
      if (!isAbout(event, leadId)) return;
      heard.push(event.kind === "reload" ? reload : event.event);
      breath ??= setTimeout(() => {
        const told = heard;
        heard = [];
        breath = undefined;
        setNews((known) => withThese(known, told));
      }, breathMs);
    });
    return () => {
      clearTimeout(breath);
      leave();
    };
  }, [organizationId, leadId]);
  return news;
}

/** All of them, or only those about such a noun, or of such a type. */
export function countOf(news: LeadNews, hears?: readonly string[]): number {
  const concerns = (type: string) =>
    hears === undefined ||
    type === reload ||
    hears.includes(type) ||
    hears.includes(type.split(".")[0] ?? "");
  return Object.entries(news).reduce((sum, [type, count]) => (concerns(type) ? sum + count : sum), 0);
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
