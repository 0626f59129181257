import { useState } from "react";
import { notify } from "~/toasts/notify";
import { changeLead } from "../change-lead";
import type { LeadDetail, LeadsHouse } from "../lead";
import { changeOf } from "../table/changes";
import type { LeadActs } from "./lead-about";

type Options = {
  base: string;
  house: LeadsHouse;
  /** As the server knows it; nothing while it is on its way. */
  lead: LeadDetail | null;
  onSaved?(lead: LeadDetail): void;
};

type Edit = { leadId: string; shown: Partial<LeadDetail> };

/** One lead that is worked on: what is changed shows at once, and is back as it was where it is refused. */
export function useLead({ base, house, lead, onSaved }: Options): {
  lead: LeadDetail | null;
  acts: LeadActs;
} {
  const [edits, setEdits] = useState<readonly Edit[]>([]);
  const [saved, setSaved] = useState<LeadDetail | null>(null);
  async function send(
    leadId: string,
    shown: Partial<LeadDetail>,
    body: Record<string, unknown>,
  ): Promise<void> {
    const edit = { leadId, shown };
    setEdits((known) => [...known, edit]);
    const answer = await changeLead(base, leadId, body);
    if (answer) {
      setSaved(answer);
      onSaved?.(answer);
    }
    setEdits((known) => known.filter((each) => each !== edit));
  }
  return {
    lead: lead && withEdits(newest(lead, saved), edits),
    acts: {
      change(line, column, text) {
        const change = changeOf(line, column, text, house);
        if (typeof change === "string") notify({ id: `cell ${line.id}`, message: change, tone: "failed" });
        else void send(line.id, change.shown, change.body);
      },
      move(line, { id: stageId, status }, reason) {
        const body = { stageId, ...(reason ? { reason } : {}) };
        void send(line.id, { stageId, status, closeReason: reason ?? "" }, body);
      },
      patch: (line, shown, body) => void send(line.id, shown, body),
    },
  };
}

/** What the save answered may be newer than what was read. */
function newest(lead: LeadDetail, saved: LeadDetail | null): LeadDetail {
  return saved && saved.id === lead.id && saved.updatedAt > lead.updatedAt ? saved : lead;
}

function withEdits(lead: LeadDetail, edits: readonly Edit[]): LeadDetail {
  const mine = edits.filter(({ leadId }) => leadId === lead.id);
  return mine.length > 0 ? Object.assign({}, lead, ...mine.map(({ shown }) => shown)) : lead;
}
