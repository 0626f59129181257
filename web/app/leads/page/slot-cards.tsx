import { Suspense, useContext } from "react";
import { useFrame } from "~/frame/frame-data";
import { useHydrated } from "~/hydrated";
import { CardSkeleton } from "./card";
import type { LeadCardProps } from "./lead-card";
import { AllNewsContext, countOf, LeadNewsContext } from "./lead-news";
import { type LeadSlot, leadSlots } from "./lead-slots";

/** The slots that this person may see. */
export function useSlots(place: LeadSlot["place"]): LeadSlot[] {
  const { permissions } = useFrame();
  return leadSlots.filter((slot) => slot.place === place && permissions.includes(slot.permission));
}

/** Cards begin in the browser, and look again at what concerns them: the page itself waits for none of them. */
export function SlotCards({ slots, ...card }: LeadCardProps & { slots: readonly LeadSlot[] }) {
  const isHydrated = useHydrated();
  const news = useContext(AllNewsContext);
  if (!isHydrated) return null;
  return slots.map(({ name, hears, Card }) => (
    <LeadNewsContext.Provider key={`${card.lead.id} ${name}`} value={countOf(news, hears)}>
      <Suspense fallback={<CardSkeleton what={name} />}>
        <Card {...card} />
      </Suspense>
    </LeadNewsContext.Provider>
  ));
}
