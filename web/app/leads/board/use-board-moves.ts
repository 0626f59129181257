import { useFetchers, useLocation, useSubmit } from "@remix-run/react";
import { textOf } from "~/form/form-data";
import { useSentKeys } from "~/toasts/background-notices";
import { nameOf, type LeadLine } from "../lead";
import { type Column, type Move, neighboursOf, withMoves } from "./board";

const keyPrefix = "lead-move:";

/** Sends a move in the background, any number at once; what is on its way is shown as if it had arrived. */
export function useBoardMoves(columns: readonly Column[]): {
  shown: Column[];
  move(lead: LeadLine, move: Omit<Move, "id">): void;
  /** For `BackgroundNotices`. */
  keys: readonly string[];
} {
  const submit = useSubmit();
  const { pathname, search } = useLocation();
  const { keys, sent } = useSentKeys();
  const shown = withMoves(columns, useMovesUnderWay());
  return {
    shown,
    keys,
    move(lead, { stageId, beforeId, reason = "" }) {
      const fetcherKey = `${keyPrefix}${lead.id}`;
      const next = neighboursOf(shown, { id: lead.id, stageId, beforeId });
      const was = neighboursOf(shown, { id: lead.id, stageId: lead.stageId, beforeId: belowOf(shown, lead) });
      sent(fetcherKey);
      submit(
        {
          intent: "move",
          quiet: "undoable",
          id: lead.id,
          name: nameOf(lead),
          stageId,
          before: next.beforeId ?? "",
          after: next.afterId ?? "",
          reason,
          wasStageId: lead.stageId,
          wasBefore: was.beforeId ?? "",
          wasAfter: was.afterId ?? "",
        },
        { method: "post", action: pathname + search, navigate: false, fetcherKey, preventScrollReset: true },
      );
    },
  };
}

function useMovesUnderWay(): Move[] {
  return useFetchers().flatMap(({ formData }) =>
    formData?.get("intent") === "move"
      ? [
          {
            id: textOf(formData, "id"),
            stageId: textOf(formData, "stageId"),
            beforeId: textOf(formData, "before") || null,
          },
        ]
      : [],
  );
}

function belowOf(columns: readonly Column[], { id, stageId }: LeadLine): string | null {
  const leads = columns.find(({ stage }) => stage.id === stageId)?.leads ?? [];
  return leads[leads.findIndex((lead) => lead.id === id) + 1]?.id ?? null;
}
