import type { ReactNode } from "react";

/** What is known, for those who may look and not change. */
export function Facts({ facts }: { facts: [label: string, value: ReactNode][] }) {
  return (
    <dl className="grid gap-3">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt className="text-13 text-muted">{label}</dt>
          <dd className="break-words">{value || <span className="text-muted">Not given</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
