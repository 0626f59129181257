import { createContext, useEffect, useState } from "react";
import { joinRoom, type LiveEvent } from "~/live/room";

/** Several facts in one breath are one look. */
const breathMs = 150;

/** Rises with everything that happens to the lead of the page; what depends on it looks again. */
export const LeadNewsContext = createContext(0);

export function useLeadNews(organizationId: string, leadId: string): number {
  const [news, setNews] = useState(0);
  useEffect(() => {
    let breath: ReturnType<typeof setTimeout> | undefined;
    const leave = joinRoom(organizationId, (event) => {
      if (!isAbout(event, leadId)) return;
      clearTimeout(breath);
      breath = setTimeout(() => setNews((count) => count + 1), breathMs);
    });
    return () => {
      clearTimeout(breath);
      leave();
    };
  }, [organizationId, leadId]);
  return news;
}

/** Facts of its tasks, scores or messages name it in what they tell. */
function isAbout(event: LiveEvent, leadId: string): boolean {
  return event.kind === "reload" || JSON.stringify(event.data).includes(leadId);
}
