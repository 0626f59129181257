import { CopyButton } from "~/components/ui/copy-button";

/** Something to paste elsewhere: readable, reachable by keyboard, copied whole. */
export function Code({ label, text, copy = "Copy code" }: { label: string; text: string; copy?: string }) {
  return (
    <div className="grid gap-2">
      <pre
        role="region"
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        tabIndex={0}
        className="max-h-56 overflow-auto rounded-8 bg-sunken p-3 font-mono text-12"
      >
        {text}
      </pre>
      <CopyButton value={text} label={copy} look="secondary" className="justify-self-start" />
    </div>
  );
}
