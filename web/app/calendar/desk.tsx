import { createContext, useContext } from "react";
import type { CalendarPiece, FreeSlot } from "./calendar-piece";
import type { Lifted } from "./use-lift";
import type { CalendarViewName } from "./window";

/** What every part of the calendar shares, so that a chip need not be told by its cell. */
export type Desk = {
  view: CalendarViewName;
  timeZone: string;
  today: string;
  mayMove: boolean;
  businessNames: ReadonlyMap<string, string>;
  slots: FreeSlot[];
  lifted: Lifted | null;
  open(piece: CalendarPiece): void;
  /** Keys on a chip; true where they meant moving. */
  onKey(piece: CalendarPiece, key: string): boolean;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk is for parts of the calendar.");
  return desk;
}
