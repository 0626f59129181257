import { useEffect, useState, useSyncExternalStore } from "react";
import { useLatest } from "~/latest";
import { whenOnline } from "~/live/when-online";
import { notify } from "~/toasts/notify";
import { DraftKeeper, type DraftView, type SaveAnswer } from "./keeper";
import { keptDrafts } from "./kept-drafts";
import type { Theirs, Words } from "./merge";

export type Draft<W extends Words> = { view: DraftView<W>; keeper: DraftKeeper<W> };

type DraftSource<W extends Words> = {
  userId: string;
  pieceId: string;
  saved: Theirs<W>;
  save: (changes: Partial<W>, revision: number, words: W) => Promise<SaveAnswer<W>>;
};

/** The words of one piece while somebody has it open. A component that uses it has the piece's id as its key. */
export function useDraft<W extends Words>({ userId, pieceId, saved, save }: DraftSource<W>): Draft<W> {
  const latestSave = useLatest(save);
  const [kept] = useState(() => keptDrafts<W>(userId, pieceId));
  const [keeper] = useState(
    () =>
      new DraftKeeper<W>(saved, {
        save: async (changes, revision, words) => {
          const answer = await latestSave.current(changes, revision, words);
          if (answer.kind === "saved" && answer.approvalRemoved) tellApprovalRemoved(pieceId);
          return answer;
        },
        keep: kept.keep,
        now: () => Date.now(),
        after: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      }),
  );
  const view = useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot);
  useEffect(() => keeper.hear(saved), [keeper, saved]);
  useEffect(() => {
    const left = kept.read();
    if (left && keeper.restore(left)) tellRestored(pieceId);
  }, [keeper, kept, pieceId]);
  useLeaving(keeper);
  return { view, keeper };
}

/** Whatever takes the page away, what was written goes out first; what cannot is kept and comes back. */
function useLeaving<W extends Words>(keeper: DraftKeeper<W>): void {
  useEffect(() => {
    const flush = () => void keeper.flush();
    const hidden = () => document.visibilityState === "hidden" && flush();
    const stopListening = whenOnline(() => keeper.retry());
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("pagehide", flush);
    return () => {
      stopListening();
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [keeper]);
}

function tellRestored(pieceId: string): void {
  notify({ id: `restored-${pieceId}`, message: "Words that were not saved yet are back." });
}

function tellApprovalRemoved(pieceId: string): void {
  notify({ id: `unapproved-${pieceId}`, message: "It changed, so it needs to be approved again." });
}
