type Node = { id: string; kind: string };
type Edge = { fromPieceId: string; toPieceId: string };

export type JourneyShape = {
  /** Nothing leads there. A social post is where a journey begins, so only one that also leads nowhere counts. */
  orphans: string[];
  /** It leads nowhere; an email sequence is where a journey may end. */
  deadEnds: string[];
  /** Pieces that lead round to themselves, a list for each circle. */
  cycles: string[][];
};

export function shapeOf(nodes: readonly Node[], edges: readonly Edge[]): JourneyShape {
  const led = new Set(edges.map(({ toPieceId }) => toPieceId));
  const leading = new Set(edges.map(({ fromPieceId }) => fromPieceId));
  const isBeginning = ({ id, kind }: Node) => kind === "social_post" && leading.has(id);
  return {
    orphans: nodes.filter((node) => !led.has(node.id) && !isBeginning(node)).map(({ id }) => id),
    deadEnds: nodes
      .filter(({ id, kind }) => kind !== "email_sequence" && !leading.has(id))
      .map(({ id }) => id),
    cycles: findCycles(nodes, edges),
  };
}

type Mark = { index: number; low: number; isOpen: boolean };
type Visit = { id: string; mark: Mark; next: number };

/** The strongly connected parts of more than one piece, by Tarjan's walk with a stack of its own. */
function findCycles(nodes: readonly Node[], edges: readonly Edge[]): string[][] {
  const targets = targetsOf(edges);
  const marks = new Map<string, Mark>();
  const open: string[] = [];
  const cycles: string[][] = [];
  const begin = (id: string): Visit => {
    const mark = { index: marks.size, low: marks.size, isOpen: true };
    marks.set(id, mark);
    open.push(id);
    return { id, mark, next: 0 };
  };
  for (const { id } of nodes) {
    if (!marks.has(id)) walk(begin(id));
  }
  return cycles;

  function walk(first: Visit): void {
    const trail = [first];
    for (let visit = trail.at(-1); visit; visit = trail.at(-1)) {
      const target = targets.get(visit.id)?.[visit.next++];
      if (target === undefined) {
        trail.pop();
        close(visit, trail.at(-1));
        continue;
      }
      const seen = marks.get(target);
      if (!seen) trail.push(begin(target));
      else if (seen.isOpen) visit.mark.low = Math.min(visit.mark.low, seen.index);
    }
  }

  function close({ id, mark }: Visit, before: Visit | undefined): void {
    if (before) before.mark.low = Math.min(before.mark.low, mark.low);
    if (mark.low !== mark.index) return;
    const part = open.splice(open.indexOf(id));
    for (const member of part) (marks.get(member) ?? mark).isOpen = false;
    if (part.length > 1) cycles.push(part);
  }
}

function targetsOf(edges: readonly Edge[]): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  for (const { fromPieceId, toPieceId } of edges) {
    const known = targets.get(fromPieceId);
    if (known) known.push(toPieceId);
    else targets.set(fromPieceId, [toPieceId]);
  }
  return targets;
}
