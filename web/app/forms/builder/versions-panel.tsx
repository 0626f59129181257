import { History } from "lucide-react";
import { useEffect } from "react";
import { useFetcher } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { RowsSkeleton } from "~/components/ui/skeleton";
import { EmptyState } from "~/components/ui/states";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";

export type FormVersion = {
  id: string;
  number: number;
  reason: "published" | "kept";
  createdAt: string;
  /** By name, where one may see who is here. */
  by: string | null;
  isPublished: boolean;
};

type VersionsPanelProps = {
  address: string;
  revision: number;
  publishedAt: string | null;
  mayWrite: boolean;
};

/** Looked up when they are asked for, and again when one more was published. */
export function VersionsPanel({ address, revision, publishedAt, mayWrite }: VersionsPanelProps) {
  const { load, data } = useFetcher<{ versions: FormVersion[]; hasMore: boolean }>();
  // A publication or a restoration makes one more.
  const at = `${address}/versions?at=${revision}-${publishedAt ?? ""}`;
  useEffect(() => load(at), [load, at]);
  if (!data) return <RowsSkeleton rows={3} what="versions" />;
  return <VersionList {...data} revision={revision} mayWrite={mayWrite} />;
}

const reasons: Record<FormVersion["reason"], string> = { published: "Published", kept: "Set aside" };

type VersionListProps = { versions: FormVersion[]; hasMore: boolean; revision: number; mayWrite: boolean };

export function VersionList({ versions, hasMore, revision, mayWrite }: VersionListProps) {
  if (versions.length === 0)
    return (
      <EmptyState icon={History} title="No versions yet">
        Each time the form is published, what visitors see is kept here and can be brought back.
      </EmptyState>
    );
  return (
    <>
      <ol className="divide-y divide-line border-y border-line">
        {versions.map((version) => (
          <li key={version.id} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-2.5">
            <span className="w-6 shrink-0 text-muted tabular-nums">{version.number}</span>
            <span className="min-w-0 flex-1">
              <span className="block">
                {reasons[version.reason]}
                {version.by ? ` by ${version.by}` : ""}
              </span>
              <span className="block text-13 text-muted">
                <RelativeTime at={version.createdAt} />
              </span>
            </span>
            {version.isPublished && <Badge tone="stream">Visitors see this</Badge>}
            {mayWrite && (
              <ActionButton
                intent="restore"
                fields={{ versionId: version.id, number: String(version.number), revision: String(revision) }}
                size="sm"
                look="quiet"
                aria-label={`Restore version ${version.number}`}
              >
                Restore
              </ActionButton>
            )}
          </li>
        ))}
      </ol>
      {hasMore && (
        <p className="mt-3 text-13 text-muted">The latest {versions.length}; older ones are kept too.</p>
      )}
      <p className="mt-3 text-13 text-muted">
        Restoring puts the questions of that version into your draft. Visitors see it once you publish.
      </p>
    </>
  );
}
