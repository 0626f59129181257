import { useState } from "react";
import { useLatest } from "~/latest";
import { notify } from "~/toasts/notify";
import { type BulkChange, type BulkRun, bulkWords, isUnderWay } from "./bulk";

const lookEveryMs = 400;

export type BulkSelect = { ids: string[] } | { query: string };

type Options = {
  /** What starts one and tells of it, such as `/o/northwind/leads/bulk`. */
  from: string;
  onEnd(run: BulkRun): void;
};

/** Starts what many leads are to become, follows it to its end, and tells of it with a way back. */
export function useBulk({ from, onEnd }: Options): {
  run: BulkRun | null;
  start(select: BulkSelect, change: BulkChange): void;
} {
  const [run, setRun] = useState<BulkRun | null>(null);
  const latest = useLatest(onEnd);
  async function follow(select: BulkSelect, change: BulkChange): Promise<void> {
    let run = await begin(from, select, change);
    if (!run) return;
    setRun(run);
    while (isUnderWay(run)) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      run = (await look(from, run.id)) ?? run;
      setRun(run);
    }
    setRun(null);
    tell(run, from);
    latest.current(run);
  }
  return { run, start: (select, change) => void follow(select, change) };
}

function tell(run: BulkRun, from: string): void {
  const isDone = run.status === "completed" || run.status === "undone";
  const canUndo = run.status === "completed" && run.changed > 0;
  notify({
    id: `${run.id} ${run.status}`,
    message: bulkWords(run),
    tone: isDone ? "done" : "failed",
    ...(canUndo ? { undo: { action: from, fields: { intent: "undo", id: run.id } } } : {}),
  });
}

async function begin(from: string, select: BulkSelect, change: BulkChange): Promise<BulkRun | null> {
  const answer = await ask(from, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ select, change }),
  });
  if (answer && "id" in answer) return answer;
  const message = answer?.message ?? "No answer came. Nothing was changed; try again.";
  notify({ id: `bulk ${Date.now()}`, message, tone: "failed" });
  return null;
}

async function look(from: string, id: string): Promise<BulkRun | null> {
  const answer = await ask(`${from}?id=${id}`, {});
  return answer && "id" in answer ? answer : null;
}

async function ask(address: string, init: RequestInit): Promise<BulkRun | { message: string } | null> {
  try {
    const response = await fetch(address, init);
    const isOurs = (response.headers.get("content-type") ?? "").includes("json");
    // safe: the action and the loader of that address answer so
    return isOurs ? ((await response.json()) as BulkRun | { message: string }) : null;
  } catch {
    return null;
  }
}
