import { Suspense } from "react";
import { useFrame } from "~/frame/frame-data";
import { useHydrated } from "~/hydrated";
import { CardSkeleton } from "./card";
import type { LeadCardProps } from "./lead-card";
import { Hearing } from "./hearing";
import { type LeadSlot, leadSlots } from "./lead-slots";

/** The slots that this person may see. */
export function useSlots(place: LeadSlot["place"]): LeadSlot[] {
  const { permissions } = useFrame();
  return leadSlots.filter((slot) => slot.place === place && permissions.includes(slot.permission));
}

/** Cards begin in the browser, and look again at what concerns them: the page itself waits for none of them. */
export function SlotCards({ slots, ...card }: LeadCardProps & { slots: readonly LeadSlot[] }) {
  const isHydrated = useHydrated();
  if (!isHydrated) return null;
  return slots.map(({ name, hears, Card }) => (
    <Hearing key={`${card.lead.id} ${name}`} hears={hears}>
      <Suspense fallback={<CardSkeleton what={name} />}>
        <Card {...card} />
      </Suspense>
    </Hearing>
  ));
}
