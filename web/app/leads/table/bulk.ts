import { countOf } from "~/words/format";

export type BulkChange =
  | { kind: "stage"; stageId: string; reason?: string }
  | { kind: "assignee"; assignedTo: string | null }
  | { kind: "tags"; add: string[]; remove: string[] }
  | { kind: "delete" };

export type BulkRun = {
  id: string;
  kind: string;
  status: "counting" | "running" | "completed" | "failed" | "undoing" | "undone";
  total: number;
  done: number;
  changed: number;
  failed: number;
  errorMessage: string | null;
};

export function isUnderWay({ status }: Pick<BulkRun, "status">): boolean {
  return status === "counting" || status === "running" || status === "undoing";
}

/** How it goes, or what came of it. */
export function bulkWords({ status, kind, total, done, changed, failed, errorMessage }: BulkRun): string {
  const verb =
    { stage: "moved", assignee: "given away", tags: "tagged", delete: "deleted" }[kind] ?? "changed";
  switch (status) {
    case "counting":
      return "Counting…";
    case "running":
      return `${new Intl.NumberFormat("en").format(done)} of ${countOf(total, "lead")} ${verb}…`;
    case "undoing":
      return "Putting everything back…";
    case "undone":
      return `Everything is as it was before: ${countOf(changed, "lead")}.`;
    case "failed":
      return errorMessage ?? "It stopped before the end.";
    case "completed":
      return `${countOf(changed, "lead")} ${verb}.${failed > 0 ? ` ${countOf(failed, "lead")} could not be.` : ""}`;
  }
}
