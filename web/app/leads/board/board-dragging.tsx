import {
  type Announcements,
  closestCorners,
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  type Over,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { sortableKeyboardCoordinates } from "@dnd-kit/sortable";
import { type ReactNode, useMemo, useState } from "react";
import { type LeadLine, nameOf, type Stage } from "../lead";
import type { Column } from "./board";
import { CardUnderway } from "./board-card";

type Props = {
  columns: readonly Column[];
  /** Above whom; nobody is the end of the column. */
  onDrop(lead: LeadLine, stage: Stage, beforeId: string | null): void;
  children: ReactNode;
};

/** By mouse, by a finger that rests first, and by keys: Space lifts and puts down, arrows carry, Escape lets go. */
export function BoardDragging({ columns, onDrop, children }: Props) {
  const [underway, setUnderway] = useState<LeadLine | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const announcements = useMemo(() => announcementsOf(columns), [columns]);
  function onDragEnd({ active, over }: DragEndEvent): void {
    setUnderway(null);
    const lead = leadOf(active);
    const place = placeOf(columns, over);
    if (!lead || !place || over?.id === lead.id) return;
    onDrop(lead, place.stage, beforeOf(lead, place));
  }
  return (
    <DndContext
      id="board"
      sensors={sensors}
      collisionDetection={cardsFirst}
      accessibility={{ announcements, screenReaderInstructions: { draggable: instructions } }}
      onDragStart={({ active }) => setUnderway(leadOf(active))}
      onDragCancel={() => setUnderway(null)}
      onDragEnd={onDragEnd}
    >
      {children}
      <DragOverlay dropAnimation={null}>{underway && <CardUnderway lead={underway} />}</DragOverlay>
    </DndContext>
  );
}

const instructions =
  "Press Space to lift, the arrow keys to carry it to another place or stage, Space to put it down, Escape to let go.";

type Place = { stage: Stage; leads: readonly LeadLine[]; overId: string | null };

function placeOf(columns: readonly Column[], over: Over | null): Place | null {
  if (!over) return null;
  const stage = columns.find((column) => column.stage.id === over.id);
  if (stage) return { stage: stage.stage, leads: stage.leads, overId: null };
  const column = columns.find(({ leads }) => leads.some(({ id }) => id === over.id));
  return column ? { stage: column.stage, leads: column.leads, overId: String(over.id) } : null;
}

/** Going down in its own column it comes to stand below the one it is held over, else above. */
function beforeOf(lead: LeadLine, { leads, overId }: Place): string | null {
  if (overId === null) return null;
  const from = leads.findIndex(({ id }) => id === lead.id);
  const to = leads.findIndex(({ id }) => id === overId);
  return from >= 0 && from < to ? (leads[to + 1]?.id ?? null) : overId;
}

/** A card lies in its column: where the pointer is over both the card is meant. Keys have no pointer. */
const cardsFirst: CollisionDetection = (args) => {
  if (!args.pointerCoordinates) return closestCorners(args);
  const found = pointerWithin(args);
  const card = found.find(({ id }) => String(id).startsWith("lead_"));
  return card ? [card] : found;
};

function leadOf({ data }: { data: { current?: Record<string, unknown> | undefined } }): LeadLine | null {
  // safe: only cards can be dragged here, and each carries its lead
  return (data.current?.["lead"] as LeadLine | undefined) ?? null;
}

function announcementsOf(columns: readonly Column[]): Announcements {
  const where = (over: Over | null) => {
    const place = placeOf(columns, over);
    if (!place) return "";
    const index = place.leads.findIndex(({ id }) => id === place.overId);
    return `${place.stage.name}, ${index < 0 ? "at the end" : `place ${index + 1}`}`;
  };
  const name = (active: Parameters<typeof leadOf>[0]) => {
    const lead = leadOf(active);
    return lead ? nameOf(lead) : "";
  };
  return {
    onDragStart: ({ active }) => `${name(active)} lifted.`,
    onDragOver: ({ over }) => where(over),
    onDragEnd: ({ active, over }) =>
      over ? `${name(active)} put down: ${where(over)}.` : `${name(active)} is where it was.`,
    onDragCancel: ({ active }) => `${name(active)} is where it was.`,
  };
}
