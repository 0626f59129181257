import { joinRoom } from "~/live/room";

type Place = { organizationId: string; from: string };

/** What to do next about the leads on the screen: asked for together, a moment after they appear, and anew when it changes. */
export function createNextActions({ organizationId, from }: Place) {
  const known = new Map<string, string | null>();
  const wanted = new Set<string>();
  const listeners = new Set<() => void>();
  let breath: ReturnType<typeof setTimeout> | undefined;
  let leaveRoom: (() => void) | undefined;

  function want(leadId: string): void {
    if (known.has(leadId)) return;
    wanted.add(leadId);
    breath ??= setTimeout(() => void look(), breathMs);
  }

  async function look(): Promise<void> {
    breath = undefined;
    const ids = [...wanted].slice(0, mostAtOnce);
    for (const id of ids) wanted.delete(id);
    const titles = await readTitles(from, ids);
    if (titles) for (const id of ids) known.set(id, titles.get(id) ?? null);
    for (const listener of listeners) listener();
    if (titles && wanted.size > 0) breath ??= setTimeout(() => void look(), breathMs);
  }

  function hearOfChanges(): () => void {
    return joinRoom(organizationId, (event) => {
      if (event.kind !== "event" || event.event !== "insight.changed") return;
      const { subjectId, leadIds } = event.data;
      const changed: unknown[] = Array.isArray(leadIds) ? leadIds : [subjectId];
      for (const id of changed) if (typeof id === "string" && known.delete(id)) want(id);
    });
  }

  return {
    want,
    read: (leadId: string) => known.get(leadId) ?? null,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      leaveRoom ??= hearOfChanges();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        leaveRoom?.();
        leaveRoom = undefined;
        known.clear();
      };
    },
  };
}

const breathMs = 60;
const mostAtOnce = 100;

/** Nothing where no answer came: the next row that appears asks again. */
async function readTitles(from: string, ids: readonly string[]): Promise<Map<string, string> | null> {
  try {
    const response = await fetch(`${from}?leadIds=${ids.join(",")}`);
    if (!response.ok) return null;
    // safe: the loader of that address answers so
    const { data } = (await response.json()) as { data: { leadId: string; title: string }[] };
    return new Map(data.map(({ leadId, title }) => [leadId, title]));
  } catch {
    return null;
  }
}
