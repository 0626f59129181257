import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import type { ReactNode } from "react";

export type Sorted = { id: string; name: string };
/** Puts the first where the second stands. */
export type Move = (id: string, overId: string) => void;

type SortableProps = {
  /** Of this list alone on its page. */
  name: string;
  items: readonly Sorted[];
  canMove: boolean;
  onMove: Move;
  children: ReactNode;
};

/** A list in an order that people choose: by mouse, by a finger that rests first, or by Space and the arrows. */
export function Sortable({ canMove, children, ...list }: SortableProps) {
  return canMove ? <Moving {...list}>{children}</Moving> : children;
}

function Moving({ name, items, onMove, children }: Omit<SortableProps, "canMove">) {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  function onDragEnd({ active, over }: DragEndEvent): void {
    if (over && active.id !== over.id) onMove(String(active.id), String(over.id));
  }
  return (
    <DndContext
      id={name}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements: announcementsOf(items), screenReaderInstructions }}
      onDragEnd={onDragEnd}
    >
      <SortableContext items={items.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

const screenReaderInstructions = {
  draggable: "Press Space to lift, the arrow keys to carry, Space to put down, and Escape to let go.",
};

function announcementsOf(items: readonly Sorted[]): Announcements {
  const name = (id: UniqueIdentifier) => `“${items.find((item) => item.id === id)?.name ?? ""}”`;
  const place = (id: UniqueIdentifier) =>
    `place ${items.findIndex((item) => item.id === id) + 1} of ${items.length}`;
  return {
    onDragStart: ({ active }) => `${name(active.id)} is lifted from ${place(active.id)}.`,
    onDragOver: ({ active, over }) =>
      over ? `${name(active.id)} would come to ${place(over.id)}.` : `${name(active.id)} is over no place.`,
    onDragEnd: ({ active, over }) =>
      over ? `${name(active.id)} now stands at ${place(over.id)}.` : `${name(active.id)} stays where it was.`,
    onDragCancel: ({ active }) => `${name(active.id)} stays where it was.`,
  };
}
