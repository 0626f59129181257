import { useDroppable } from "@dnd-kit/core";
import { clsx } from "clsx";
import type { ReactNode } from "react";
import { channelName, type FreeSlot } from "./calendar-piece";
import { clockChange, shownAt } from "./clock";
import { useDesk } from "./desk";

/** A place to drop on: a day, or a channel of a day. */
export function DropDay({
  id,
  day,
  className,
  children,
}: {
  id: string;
  day: string;
  className: string;
  children: ReactNode;
}) {
  const { today } = useDesk();
  const isPast = day < today;
  const { setNodeRef, isOver } = useDroppable({ id, data: { day }, disabled: isPast });
  return (
    <div
      ref={setNodeRef}
      data-ground
      className={clsx(className, isOver && "bg-stream-soft", isPast && !isOver && "bg-sunken/50")}
    >
      {children}
    </div>
  );
}

/** A free posting time; whatever is dropped there goes out then. */
export function DropSlot({ slot }: { slot: FreeSlot }) {
  const { timeZone } = useDesk();
  const { setNodeRef, isOver } = useDroppable({ id: `slot:${slot.channel}:${slot.at}`, data: slot });
  return (
    <div
      ref={setNodeRef}
      data-ground
      className={clsx(
        "flex min-h-6 items-center rounded-4 border border-dashed border-line px-1.5 text-12 text-muted",
        isOver && "border-stream bg-stream-soft text-stream-ink",
      )}
    >
      <span className="tabular-nums">{shownAt(slot.at, timeZone).time}</span>
      <span className="ml-1 truncate">free on {channelName(slot.channel)}</span>
    </div>
  );
}

export function ClockChange({ day }: { day: string }) {
  const { timeZone } = useDesk();
  const words = clockChange(day, timeZone);
  return words && <p className="text-12 text-attention">{words}</p>;
}
