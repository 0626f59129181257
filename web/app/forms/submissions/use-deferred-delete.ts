import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useLatest } from "~/latest";
import { notify } from "~/toasts/notify";

const graceMs = 10_000;

export type DeferredDelete = {
  /** What is about to go. */
  leaving: ReadonlySet<string>;
  remove: (id: string) => void;
  undo: (id: string) => void;
};

/**
 * What is deleted for good waits here for a moment, so that it can be taken back. Whoever leaves the page meant it: what
 * still waits goes then.
 */
export function useDeferredDelete(address: string): DeferredDelete {
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const { revalidate } = useRevalidator();
  const latest = useLatest({ address, revalidate });
  function keep(id: string): void {
    clearTimeout(timers.current.get(id));
    timers.current.delete(id);
    setLeaving((before) => new Set([...before].filter((each) => each !== id)));
  }
  async function erase(id: string): Promise<void> {
    timers.current.delete(id);
    const isGone = await send(latest.current.address, id);
    if (isGone) return latest.current.revalidate();
    keep(id);
    notify({ id: `kept-${id}`, message: "It could not be deleted and is still there.", tone: "failed" });
  }
  useEffect(() => {
    const waiting = timers.current;
    function eraseAll(): void {
      for (const [id, timer] of waiting) {
        clearTimeout(timer);
        void send(latest.current.address, id);
      }
      waiting.clear();
    }
    window.addEventListener("pagehide", eraseAll);
    return () => {
      window.removeEventListener("pagehide", eraseAll);
      eraseAll();
    };
  }, [latest]);
  return {
    leaving,
    remove(id) {
      setLeaving((before) => new Set(before).add(id));
      timers.current.set(
        id,
        setTimeout(() => void erase(id), graceMs),
      );
    },
    undo: keep,
  };
}

async function send(address: string, id: string): Promise<boolean> {
  try {
    const body = new URLSearchParams({ id });
    const response = await fetch(`${address}/submissions/delete`, { method: "POST", body, keepalive: true });
    return response.ok && !response.redirected;
  } catch {
    return false;
  }
}
