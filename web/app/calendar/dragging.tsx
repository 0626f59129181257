import {
  type Announcements,
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { type ReactNode, useState } from "react";
import type { CalendarPiece } from "./calendar-piece";
import { instantAt, shownAt } from "./clock";
import { ChipUnderway } from "./piece-chip";
import type { Move } from "./use-moves";

type Props = { move: Move; timeZone: string; children: ReactNode };
type Place = { day?: string; at?: string; channel?: string; out?: boolean };

/** A drag by mouse or finger; a short press is a click, and a quick swipe scrolls. */
export function Dragging({ move, timeZone, children }: Props) {
  const [underway, setUnderway] = useState<CalendarPiece | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  function onDragEnd({ active, over }: DragEndEvent): void {
    setUnderway(null);
    const piece = pieceOf(active);
    if (piece && over) drop(piece, over.data.current ?? {}, timeZone, move);
  }
  return (
    <DndContext
      id="calendar"
      sensors={sensors}
      collisionDetection={slotsFirst}
      accessibility={{ announcements, screenReaderInstructions: { draggable: "" } }}
      onDragStart={({ active }: DragStartEvent) => setUnderway(pieceOf(active))}
      onDragCancel={() => setUnderway(null)}
      onDragEnd={onDragEnd}
    >
      {children}
      <DragOverlay dropAnimation={null}>{underway && <ChipUnderway piece={underway} />}</DragOverlay>
    </DndContext>
  );
}

/** On a day it keeps its time; on a free slot of its channel it takes that one. */
function drop(piece: CalendarPiece, { day, at, channel, out }: Place, timeZone: string, move: Move): void {
  if (out) {
    if (piece.scheduledFor !== null) move(piece, { out: true });
    return;
  }
  if (at && channel === piece.channel) return move(piece, { at });
  const target = day ?? (at && shownAt(at, timeZone).day);
  if (!target) return;
  if (piece.scheduledFor === null) return move(piece, { day: target });
  const shown = shownAt(piece.scheduledFor, timeZone);
  if (shown.day !== target) move(piece, { at: instantAt({ day: target, time: shown.time }, timeZone) });
}

/** A slot lies inside its day, so where the pointer is over both the slot is meant. */
const slotsFirst: CollisionDetection = (args) => {
  const found = pointerWithin(args);
  const slot = found.find(({ id }) => String(id).startsWith("slot:"));
  return slot ? [slot] : found;
};

function pieceOf({
  data,
}: {
  data: { current?: Record<string, unknown> | undefined };
}): CalendarPiece | null {
  // safe: only chips can be dragged here, and each carries its piece
  return (data.current?.["piece"] as CalendarPiece | undefined) ?? null;
}

const announcements: Announcements = {
  onDragStart: ({ active }) => `Dragging “${pieceOf(active)?.title ?? ""}”.`,
  onDragOver: ({ over }) => sayOver(over?.data.current),
  onDragEnd: ({ active, over }) =>
    over ? `“${pieceOf(active)?.title ?? ""}” dropped. ${sayOver(over.data.current)}` : "Dropped nowhere.",
  onDragCancel: () => "Nothing was moved.",
};

function sayOver(place: Place | undefined): string {
  if (!place) return "";
  if (place.out) return "Without a date";
  const day = place.day ?? place.at?.slice(0, 10) ?? "";
  return new Intl.DateTimeFormat("en", { dateStyle: "full", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );
}
