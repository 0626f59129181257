import type { LucideIcon } from "lucide-react";

export const toolLook =
  "inline-flex size-8 shrink-0 items-center justify-center rounded-4 text-muted hover:bg-hover hover:text-ink aria-pressed:bg-stream-soft aria-pressed:text-stream-ink aria-disabled:opacity-40 pointer-coarse:size-11";

type ToolButtonProps = { name: string; icon: LucideIcon; on?: boolean; off?: boolean; onPress: () => void };

/** The text keeps its selection: a press with the mouse takes no focus. */
export function ToolButton({ name, icon: Icon, on, off = false, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-pressed={on}
      aria-disabled={off || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={off ? undefined : onPress}
      className={toolLook}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}
