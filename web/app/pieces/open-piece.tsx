import { useFetcher } from "@remix-run/react";
import { useCallback, useMemo } from "react";
import { textOf } from "~/form/form-data";
import type { Words } from "./draft/merge";
import { type Draft, useDraft } from "./draft/use-draft";
import { wordsOf } from "./piece";
import { PieceView, type PieceViewProps } from "./piece-view";
import { askForWords, judgeWords, savePiece } from "./save-piece";

type Loaded = Omit<PieceViewProps, "draft" | "acts" | "emailActs" | "suggesting"> & {
  userId: string;
  address: string;
};

/** One piece while it is open: its draft, and everything that can be done with it. */
export function OpenPiece({ userId, address, ...loaded }: Loaded) {
  const { piece } = loaded;
  const saved = useMemo(() => ({ words: wordsOf(piece), revision: piece.revision }), [piece]);
  const save = useCallback(
    (changes: Partial<Words>, revision: number) => savePiece(address, changes, revision),
    [address],
  );
  const draft = useDraft<Words>({ userId, pieceId: piece.id, saved, save });
  const suggesting = useMemo(
    () => ({
      ask: (selection: string, wish: string) => askForWords(address, selection, wish),
      judge: (generationId: string, accepted: boolean) => judgeWords(address, generationId, accepted),
    }),
    [address],
  );
  return <PieceView {...loaded} {...useActs(draft)} draft={draft} suggesting={suggesting} />;
}

function intentOf(formData: FormData | undefined): string {
  return formData ? textOf(formData, "intent") : "";
}

function useActs({ keeper }: Draft<Words>): Pick<PieceViewProps, "acts" | "emailActs"> {
  const fetcher = useFetcher();
  const pending = fetcher.state === "idle" ? null : intentOf(fetcher.formData);
  function send(fields: Record<string, string>): void {
    if (pending === null) fetcher.submit(fields, { method: "post" });
  }
  /** What was typed is part of what is approved or put away. */
  async function sendSaved(intent: string): Promise<void> {
    if (await keeper.flush()) send({ intent, revision: String(keeper.snapshot().revision) });
  }
  return {
    acts: {
      approve: () => void sendSaved("approve"),
      archive: () => void sendSaved("archive"),
      withdraw: () => send({ intent: "withdraw" }),
      restore: () => send({ intent: "unarchive" }),
      pending,
    },
    emailActs: {
      onOrder: (ids) => send({ intent: "order", ids: ids.join(",") }),
      onDelay: ({ id, revision }, minutes) =>
        send({ intent: "delay", emailId: id, revision: String(revision), minutes: String(minutes) }),
      onAdd: () => void sendSaved("add"),
      isAdding: pending === "add",
    },
  };
}
