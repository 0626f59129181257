import { CopyButton } from "~/components/ui/copy-button";

/** Code to take along; it wraps, so that all of it is seen at any width. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <figure className="grid gap-2" aria-label={label}>
      <pre className="rounded-4 bg-sunken px-3 py-2.5 font-mono text-13 break-all whitespace-pre-wrap text-ink select-all">
        {code}
      </pre>
      <div>
        <CopyButton value={code} label={`Copy ${label.toLowerCase()}`} size="sm" />
      </div>
    </figure>
  );
}
