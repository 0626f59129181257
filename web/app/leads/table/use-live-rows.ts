import { useEffect } from "react";
import { paced } from "~/live/pace";
import { joinRoom, type LiveEvent } from "~/live/room";
import { readRows } from "./use-lead-rows";
import type { RowsStore } from "./rows";

type Options = { organizationId: string; base: string; store: RowsStore };

const mostAtOnce = 100;
/** The first page is read anew by itself whenever something happens. */
const firstPage = 100;

/** Rows beyond the first page hear of their changes one by one; whoever was deleted leaves at once. */
export function useLiveRows({ organizationId, base, store }: Options): void {
  useEffect(() => {
    const changed = new Set<string>();
    const pace = paced(() => void look());
    async function look(): Promise<void> {
      const ids = [...changed].slice(0, mostAtOnce);
      for (const id of ids) changed.delete(id);
      if (changed.size > 0) pace.soon();
      const page = await readRows(`${base}/rows`, `ids=${ids.join(",")}`, null);
      if (page) store.put(page.rows);
    }
    const leave = joinRoom(organizationId, (event) => {
      const id = leadIn(event);
      if (!id) return;
      const gone = goneIn(event);
      if (gone) store.remove([gone]);
      if (gone === id) return;
      const place = store.read().rows.findIndex((line) => line.id === id);
      if (place < firstPage) return;
      changed.add(id);
      pace.soon();
    });
    return () => {
      pace.stop();
      leave();
    };
  }, [organizationId, base, store]);
}

/** Deleted, or taken up by another. */
function goneIn(event: LiveEvent): string | null {
  if (event.kind !== "event") return null;
  const id = event.event === "lead.merged" ? event.data["mergedId"] : event.data["subjectId"];
  return (event.event === "lead.deleted" || event.event === "lead.merged") && typeof id === "string"
    ? id
    : null;
}

function leadIn(event: LiveEvent): string | null {
  if (event.kind !== "event" || !event.event.startsWith("lead.")) return null;
  const id = event.data["subjectId"];
  return typeof id === "string" ? id : null;
}
