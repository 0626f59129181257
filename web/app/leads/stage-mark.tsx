import type { Stage } from "./lead";

/** The colour of a stage as a dot beside its name: never the name alone by colour. */
export function StageMark({ stage }: { stage: Pick<Stage, "name" | "color"> | undefined }) {
  if (!stage) return <span className="text-muted">No stage</span>;
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <StageDot color={stage.color} />
      <span className="truncate">{stage.name}</span>
    </span>
  );
}

export function StageDot({ color }: { color: string }) {
  return (
    <span
      aria-hidden
      className="size-2 shrink-0 rounded-full forced-colors:hidden"
      style={{ background: color }}
    />
  );
}
