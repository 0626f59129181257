import type { ReactNode } from "react";
import { useHydrated } from "~/hydrated";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd
      data-ground
      className="inline-flex h-5 min-w-5 items-center justify-center rounded-4 border border-line bg-sunken px-1 font-sans text-12 text-muted"
    >
      {children}
    </kbd>
  );
}

const keyNames: Record<string, string> = { esc: "Esc", enter: "↵", shift: "⇧" };

/** `g h` as two caps, `mod+k` with the machine's own modifier. */
export function Shortcut({ keys }: { keys: string }) {
  const hydrated = useHydrated();
  const modifier = hydrated && /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";
  return (
    <span className="inline-flex shrink-0 items-center gap-1">
      {keys.split(/[ +]/).map((key) => (
        <Kbd key={key}>{key === "mod" ? modifier : (keyNames[key] ?? key.toUpperCase())}</Kbd>
      ))}
    </span>
  );
}
