import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import { ChevronLeft, History } from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { EmptyState } from "~/components/ui/states";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { fieldNames } from "../field-names";

export type Version = {
  id: string;
  number: number;
  reason: "generated" | "regenerated" | "edited" | "suggestion" | "restored" | "imported";
  isCurrent: boolean;
  /** Who wrote it, by name; a model has none. */
  by: string | null;
  feedback: string;
  createdAt: string;
};

export type Changes = {
  from: number | null;
  parts: { kind: "same" | "added" | "removed"; text: string }[];
  fields: { field: string; before: string; after: string }[];
};

export type OpenVersion = { version: Version; changes: Changes };

type VersionsPanelProps = {
  versions: Version[];
  open: OpenVersion | null;
  hasMore: boolean;
  mayWrite: boolean;
  revision: number;
};

const reasons: Record<Version["reason"], string> = {
  generated: "Written",
  regenerated: "Written again",
  edited: "Edited",
  suggestion: "Suggested",
  restored: "Restored",
  imported: "Imported",
};

export function VersionsPanel({ versions, open, hasMore, mayWrite, revision }: VersionsPanelProps) {
  if (open) return <OneVersion open={open} mayWrite={mayWrite} revision={revision} />;
  if (versions.length === 0)
    return (
      <EmptyState icon={History} title="No versions yet">
        Each time the words are written, edited or restored, they are kept here.
      </EmptyState>
    );
  return (
    <>
      <ol className="divide-y divide-line border-y border-line">
        {versions.map((version) => (
          <li key={version.id}>
            <Link
              to={`?panel=versions&version=${version.id}`}
              preventScrollReset
              prefetch="intent"
              className="flex items-baseline gap-2 rounded-4 py-2.5 hover:bg-hover"
            >
              <Line version={version} />
            </Link>
          </li>
        ))}
      </ol>
      {hasMore && (
        <p className="mt-3 text-13 text-muted">The latest {versions.length}; older ones are kept too.</p>
      )}
    </>
  );
}

function Line({ version, whole = false }: { version: Version; whole?: boolean }) {
  const { number, reason, by, createdAt, isCurrent, feedback } = version;
  return (
    <>
      <span className="w-7 shrink-0 text-muted tabular-nums">{number}</span>
      <span className="min-w-0 flex-1">
        <span className="font-medium">{reasons[reason]}</span> {by ? `by ${by}` : ""}
        {feedback && (
          <span className={clsx("block text-13 text-muted", !whole && "truncate")}>“{feedback}”</span>
        )}
      </span>
      {isCurrent && <Badge tone="stream">Now</Badge>}
      {reason === "suggestion" && !isCurrent && <Badge tone="attention">To decide</Badge>}
      <span className="shrink-0 text-13 text-muted">
        <RelativeTime at={createdAt} />
      </span>
    </>
  );
}

type OneVersionProps = { open: OpenVersion; mayWrite: boolean; revision: number };

function OneVersion({ open: { version, changes }, mayWrite, revision }: OneVersionProps) {
  const isSuggestion = version.reason === "suggestion";
  return (
    <>
      <Link
        to="?panel=versions"
        preventScrollReset
        className="touch mb-3 inline-flex items-center gap-1 text-13 text-muted hover:text-ink"
      >
        <ChevronLeft aria-hidden className="size-4" />
        All versions
      </Link>
      <div className="flex items-baseline gap-2">
        <Line whole version={version} />
      </div>
      {mayWrite && !version.isCurrent && (
        <div className="mt-3">
          <ActionButton
            intent="restore"
            fields={{ versionId: version.id, number: String(version.number), revision: String(revision) }}
            look={isSuggestion ? "primary" : "secondary"}
            size="sm"
          >
            {isSuggestion ? "Take this suggestion" : `Restore version ${version.number}`}
          </ActionButton>
        </div>
      )}
      <p className="mt-4 text-13 text-muted">
        {changes.from === null ? "The first words." : `What it changed from version ${changes.from}.`}
      </p>
      <Fields fields={changes.fields} />
      <Parts parts={changes.parts} />
    </>
  );
}

function Fields({ fields }: Pick<Changes, "fields">) {
  if (fields.length === 0) return null;
  return (
    <dl className="mt-3 grid gap-2 border-b border-line pb-3 text-13">
      {fields.map(({ field, before, after }) => (
        <div key={field}>
          <dt className="text-muted">{fieldNames[field] ?? field}</dt>
          <dd>
            {before && <del className="text-danger">{before}</del>} {after && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Parts({ parts }: Pick<Changes, "parts">) {
  return (
    <div className="mt-3 leading-6 whitespace-pre-wrap">
      {parts.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === "added")
          return (
            <ins key={key} data-ground className="rounded-4 bg-stream-soft no-underline">
              {text}
            </ins>
          );
        if (kind === "removed")
          return (
            <del key={key} data-ground className="rounded-4 bg-danger-soft text-danger">
              {text}
            </del>
          );
        return <span key={key}>{folded(text)}</span>;
      })}
    </div>
  );
}

/** What stayed the same is only shown around what did not. */
function folded(text: string): string {
  return text.length <= 400 ? text : `${text.slice(0, 160)}\n…\n${text.slice(-160)}`;
}
