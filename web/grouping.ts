import type { Rollup } from "vite";

/** Small enough that to send it along costs less than to ask for it. */
const smallBytes = 6_000;
/** Needed by so many screens, a small part is sent with the shell. */
const fewScreens = 6;
const longList = 20;

/**
 * Which parts of the app travel together. Left to itself the build makes a file of every set of parts that the same screens
 * need, a hundred for one screen. Here all that every page needs is one file, with the icons and the small parts that many
 * screens share; what surrounds a signed-in person's screens is another. Heavy parts stay apart, for those who need them.
 */
export function grouping(): (id: string, meta: Rollup.ManualChunkMeta) => string | undefined {
  let groups: Map<string, string> | undefined;
  return (id, { getModuleInfo, getModuleIds }) => {
    groups ??= groupsOf([...getModuleIds()], getModuleInfo);
    return groups.get(id);
  };
}

function groupsOf(ids: string[], look: Rollup.GetModuleInfo): Map<string, string> {
  const parts = (...names: string[]) => {
    const isNamed = (id: string) => names.some((name) => id.includes(`/web/app/${name}.tsx`));
    return reachable(
      ids.filter((id) => look(id)?.isEntry && isNamed(id)),
      look,
    );
  };
  const shell = parts("entry.client", "root");
  const frame = parts("routes/frame/layout", "routes/frame/screen");
  const shared = sharedParts(ids, look);
  const groups = new Map<string, string>();
  for (const id of frame) groups.set(id, "frame");
  for (const id of closed(shared, shell, look)) groups.set(id, "shell");
  return groups;
}

/** Screens of the gallery are nobody's screens. */
function sharedParts(ids: string[], look: Rollup.GetModuleInfo): Set<string> {
  const screens = ids.filter((id) => look(id)?.isEntry && !id.includes("/routes/dev/"));
  const counts = new Map<string, number>();
  for (const screen of screens)
    for (const id of reachable([screen], look)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const isSmall = (id: string) => id.includes("/web/app/") && (look(id)?.code?.length ?? 0) < smallBytes;
  const often = [...counts].filter(([id, count]) => count >= fewScreens && isSmall(id)).map(([id]) => id);
  return new Set([...often, ...ids.filter((id) => isIcon(id) && look(id)?.isIncluded)]);
}

function isIcon(id: string): boolean {
  return id.includes("/lucide-react/dist/");
}

/** The shell with those of the shared parts that need nothing else: no heavy part is to come along. */
function closed(shared: Set<string>, shell: Set<string>, look: Rollup.GetModuleInfo): Set<string> {
  const kept = new Set([...shared, ...shell]);
  for (let size = 0; size !== kept.size;) {
    size = kept.size;
    for (const id of kept)
      if (!shell.has(id) && needed(id, look).some((one) => !kept.has(one))) kept.delete(id);
  }
  return kept;
}

function reachable(from: string[], look: Rollup.GetModuleInfo): Set<string> {
  const found = new Set(from);
  for (const id of found) for (const one of needed(id, look)) found.add(one);
  return found;
}

/** Of a file that lists a whole library, and is left out by the build, it cannot be told what is needed. */
function needed(id: string, look: Rollup.GetModuleInfo): readonly string[] {
  const { importedIds = [], isIncluded } = look(id) ?? {};
  return isIncluded || importedIds.length <= longList ? importedIds : [];
}
