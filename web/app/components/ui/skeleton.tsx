import { clsx } from "clsx";

/** A quiet place-holder of the size of what will be there. Wrap several in one `Loading`. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={clsx("animate-breathe block rounded-4 bg-hover", className)} />;
}

export function Loading({ what, children }: { what: string; children: React.ReactNode }) {
  return (
    <div role="status" className="animate-late">
      <span className="sr-only">Loading {what}…</span>
      {children}
    </div>
  );
}

export function RowsSkeleton({ rows = 5, what }: { rows?: number; what: string }) {
  return (
    <Loading what={what}>
      <div className="divide-y divide-line border-y border-line">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="flex h-(--list-row) items-center gap-4 px-3">
            <Skeleton className="size-6 shrink-0 rounded-full" />
            <Skeleton className={clsx("h-3 w-full", row % 2 ? "max-w-40" : "max-w-56")} />
            <Skeleton className="ml-auto h-3 w-16 shrink-0" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
