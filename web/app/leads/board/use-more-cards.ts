import { useState } from "react";
import type { LeadLine } from "../lead";
import type { Column } from "./board";

type Further = { leads: LeadLine[]; nextCursor: string | null };

/** Cards beyond those that the page came with; they stay below what the page says anew. */
export function useMoreCards(columns: readonly Column[], from: string) {
  const [further, setFurther] = useState<ReadonlyMap<string, Further>>(new Map());
  const [reading, setReading] = useState<ReadonlySet<string>>(new Set());
  const all = columns.map((column) => withFurther(column, further.get(column.stage.id)));
  async function more(stageId: string): Promise<void> {
    const cursor = all.find(({ stage }) => stage.id === stageId)?.nextCursor;
    if (!cursor || reading.has(stageId)) return;
    setReading((known) => new Set(known).add(stageId));
    const page = await read(from, stageId, cursor);
    setReading((known) => new Set([...known].filter((each) => each !== stageId)));
    if (!page) return;
    setFurther((known) => {
      const leads = [...(known.get(stageId)?.leads ?? []), ...page.leads];
      return new Map(known).set(stageId, { leads, nextCursor: page.nextCursor });
    });
  }
  return { columns: dedupe(all), reading, more: (stageId: string) => void more(stageId) };
}

function withFurther(column: Column, further: Further | undefined): Column {
  if (!further) return column;
  return { ...column, leads: [...column.leads, ...further.leads], nextCursor: further.nextCursor };
}

/** Whoever was moved stands where the page says, not where they were read before. */
function dedupe(columns: Column[]): Column[] {
  const seen = new Set<string>();
  const newest = columns.flatMap(({ stage, leads }) => leads.filter((lead) => lead.stageId === stage.id));
  const stageOf = new Map(newest.toReversed().map(({ id, stageId }) => [id, stageId]));
  return columns.map((column) => ({
    ...column,
    leads: column.leads.filter(({ id }) => {
      if (seen.has(id) || stageOf.get(id) !== column.stage.id) return false;
      seen.add(id);
      return true;
    }),
  }));
}

async function read(from: string, stageId: string, cursor: string): Promise<Further | null> {
  try {
    const query = new URLSearchParams(window.location.search);
    query.set("stage", stageId);
    query.set("cursor", cursor);
    const response = await fetch(`${from}?${query.toString()}`);
    // safe: the loader of that address answers so
    return response.ok ? ((await response.json()) as Further) : null;
  } catch {
    return null;
  }
}
