import { clsx } from "clsx";
import { type Part, partNames, parts } from "./panels";

/** Where there is no room for all three beside each other. */
export function PartTabs({ part, onPart }: { part: Part; onPart: (part: Part) => void }) {
  return (
    <div role="group" aria-label="Parts" className="mb-4 flex gap-5 border-b border-line xl:hidden">
      {partNames.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === part}
          onClick={() => onPart(name)}
          className={clsx(
            "flex h-10 items-center border-b-2 pointer-coarse:h-11",
            name === "questions" && "lg:hidden",
            name === part
              ? "border-stream font-medium text-ink"
              : "border-transparent text-muted hover:text-ink",
            // Beside the questions stands the preview, until the settings are asked for.
            name === "preview" && part === "questions" && "lg:border-stream lg:font-medium lg:text-ink",
          )}
        >
          {parts[name]}
        </button>
      ))}
    </div>
  );
}
