import { useFetchers, useLocation, useSubmit } from "@remix-run/react";
import { textOf } from "~/form/form-data";
import { useSentKeys } from "~/toasts/background-notices";
import type { CalendarPiece } from "./calendar-piece";
import { instantAt } from "./clock";

/** An absent time lets the server take the first free one of that day. */
export type Target = { day: string; at?: string } | { at: string } | { out: true };
export type Move = (piece: CalendarPiece, to: Target) => void;

const keyPrefix = "move:";

/** Sends a move in the background, any number at once; what is on its way is shown as if it had arrived. */
export function useMoves(timeZone: string): {
  move: Move;
  placed: (pieces: CalendarPiece[]) => CalendarPiece[];
  spread: (bundleId: string) => void;
  /** For `BackgroundNotices`. */
  keys: readonly string[];
} {
  const submit = useSubmit();
  const { pathname, search } = useLocation();
  const fetchers = useFetchers();
  const { keys, sent } = useSentKeys();
  const onTheirWay = new Map(
    fetchers.flatMap(({ formData }) =>
      formData?.get("intent") === "move" ? [[textOf(formData, "id"), formData] as const] : [],
    ),
  );
  function send(intent: string, id: string, fields: Record<string, string>): void {
    const fetcherKey = `${keyPrefix}${id}`;
    sent(fetcherKey);
    submit(
      { intent, quiet: "undoable", id, ...fields },
      { method: "post", action: pathname + search, navigate: false, fetcherKey, preventScrollReset: true },
    );
  }
  return {
    keys,
    move({ id, title, scheduledFor }, to) {
      send("move", id, { title, was: scheduledFor ?? "", zone: timeZone, ...wordsOf(to) });
    },
    spread: (id) => send("spread", id, {}),
    placed: (pieces) => pieces.map((piece) => asIfArrived(piece, onTheirWay.get(piece.id), timeZone)),
  };
}

function wordsOf(to: Target): Record<string, string> {
  if ("out" in to) return { out: "yes" };
  return { ...("day" in to ? { day: to.day } : {}), ...(to.at ? { at: to.at } : {}) };
}

function asIfArrived(piece: CalendarPiece, sent: FormData | undefined, timeZone: string): CalendarPiece {
  if (!sent) return piece;
  if (sent.get("out")) return { ...piece, scheduledFor: null, status: "approved" };
  // Until the server has named the time, it stands at the end of its day.
  const scheduledFor = textOf(sent, "at") || instantAt({ day: textOf(sent, "day"), time: "23:59" }, timeZone);
  return { ...piece, status: "scheduled", scheduledFor };
}
