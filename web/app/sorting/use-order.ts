import { useRevalidator } from "@remix-run/react";
import { useRef, useState } from "react";
import { useLatest } from "~/latest";
import { notify, type Notice } from "~/toasts/notify";
import { inOrder, moved } from "./placed";
import type { Move, Sorted } from "./sortable";

/** Of the lists that can be put in order, as the action at `actTo` knows them. */
export type OrderedList = "assignment-rules" | "scoring-rules" | "lead-stages";

/** `read` is what was known when the last move was answered; nothing as long as one is on its way. */
type Chosen<T> = { ids: string[]; read: readonly T[] | null };
type Options = { list: OrderedList; actTo: string };

/** A list whose moves show at once and are sent one after the other; as it was where one is refused. */
export function useOrder<T extends Sorted>(
  items: readonly T[],
  { list, actTo }: Options,
): { shown: readonly T[]; move: Move } {
  const { revalidate } = useRevalidator();
  const [chosen, setChosen] = useState<Chosen<T> | null>(null);
  const latest = useLatest(items);
  const last = useRef(Promise.resolve());
  const waiting = useRef(0);
  if (chosen?.read && chosen.read !== items) setChosen(null);
  const shown = chosen ? inOrder(items, chosen.ids) : items;

  function move(id: string, overId: string): void {
    const was = shown.map((item) => item.id);
    const ids = moved(was, id, overId);
    const name = items.find((item) => item.id === id)?.name ?? "";
    const fields = { list, id, name, to: String(ids.indexOf(id)), was: was.join(" "), quiet: "undoable" };
    setChosen({ ids, read: null });
    waiting.current += 1;
    last.current = sendAfter(last.current, fields);
  }
  async function sendAfter(before: Promise<void>, fields: Record<string, string>): Promise<void> {
    await before;
    const notice = await send(actTo, fields);
    notify(notice);
    waiting.current -= 1;
    if (notice.tone === "failed") setChosen(null);
    else if (waiting.current === 0) setChosen((known) => known && { ...known, read: latest.current });
    revalidate();
  }
  return { shown, move };
}

async function send(to: string, fields: Record<string, string>): Promise<Notice> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  try {
    const response = await fetch(to, { method: "POST", body, signal: AbortSignal.timeout(20_000) });
    // safe: the action of that address answers so
    if (response.ok) return ((await response.json()) as { notice: Notice }).notice;
  } catch {
    // Told below.
  }
  return {
    id: `order ${to}`,
    message: "No answer came, so the order is as it was. Try again.",
    tone: "failed",
  };
}
