import { useEffect, useRef, useState } from "react";
import { type CalendarPiece, isMovable } from "./calendar-piece";
import { addDays, instantAt, sayDay, shownAt } from "./clock";
import type { Move } from "./use-moves";
import type { CalendarViewName } from "./window";

/** A piece in the hand of somebody who moves it by keys, and where it would be put down. */
export type Lifted = { piece: CalendarPiece; day: string; time: string | null };

type Options = {
  view: CalendarViewName;
  days: readonly string[];
  today: string;
  timeZone: string;
  language: string;
  mayMove: boolean;
  move: Move;
};

/** Space lifts, arrows carry, Enter or Space puts down, Escape lets go; each step is said. */
export function useLift(options: Options) {
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [said, say] = useState("");
  const refocus = useFocusOnPiece();
  function onKey(piece: CalendarPiece, key: string): boolean {
    if (!options.mayMove || !isMovable(piece)) return false;
    if (!lifted || lifted.piece.id !== piece.id) {
      if (key !== " ") return false;
      const next = liftedFrom(piece, options);
      setLifted(next);
      say(
        `Moving “${piece.title}”, now ${sayPlace(next, options)}. Arrow keys carry it, Enter puts it down, Escape lets go.`,
      );
      return true;
    }
    if (key === "Escape") return letGo(`“${piece.title}” stays where it was.`);
    if (key === "Enter" || key === " ") return putDown(lifted);
    const next = carried(lifted, key, options);
    if (!next) return false;
    setLifted(next);
    say(sayPlace(next, options));
    return true;
  }
  function putDown({ piece, day, time }: Lifted): boolean {
    const at = time === null ? undefined : instantAt({ day, time }, options.timeZone);
    if (at !== piece.scheduledFor) options.move(piece, at === undefined ? { day } : { at });
    refocus(piece.id);
    return letGo("");
  }
  function letGo(words: string): true {
    setLifted(null);
    say(words);
    return true;
  }
  return { lifted, said, say, onKey };
}

function liftedFrom(piece: CalendarPiece, { timeZone, days, today }: Options): Lifted {
  if (piece.scheduledFor) return { piece, ...shownAt(piece.scheduledFor, timeZone) };
  return { piece, day: days.find((day) => day > today) ?? days.at(-1) ?? today, time: null };
}

function carried(lifted: Lifted, key: string, { view, days }: Options): Lifted | null {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  const step = steps[key];
  if (step === undefined) return null;
  if (view === "week" && Math.abs(step) === 7)
    return { ...lifted, time: anHour(lifted.time, step < 0 ? -1 : 1) };
  const day = addDays(lifted.day, view === "list" ? Math.sign(step) : step);
  return days.includes(day) ? { ...lifted, day } : lifted;
}

function anHour(time: string | null, by: 1 | -1): string {
  const [hours = 9, minutes = 0] = (time ?? "09:00").split(":").map(Number);
  const next = Math.min(23, Math.max(0, time === null ? hours : hours + by));
  return `${String(next).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

function sayPlace({ day, time }: Lifted, { language }: Options): string {
  const when = sayDay(day, language, "long");
  return time === null ? `${when}, first free time` : `${when}, ${time}`;
}

/** A chip that moved is another element; whoever moved it goes on from where it stands now. */
function useFocusOnPiece() {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (!wanted.current) return;
    const found = document.querySelectorAll<HTMLElement>(`[data-piece="${CSS.escape(wanted.current)}"]`);
    const chip = [...found].find((element) => element.offsetParent !== null);
    if (!chip) return;
    wanted.current = null;
    chip.focus();
  });
  return (id: string) => {
    wanted.current = id;
  };
}
