import type { ReactNode } from "react";
import { Button } from "~/components/ui/button";
import { Loading, Skeleton } from "~/components/ui/skeleton";
import type { CardRead } from "./use-card";

type CardProps<T> = Pick<CardRead<T>, "read" | "again"> & {
  title: string;
  /** Beside the title, such as a small button. */
  action?: ReactNode;
  children(value: T): ReactNode;
};

/** A stretch of the lead page under a hairline, whether its content is here, on its way, or could not be read. */
export function Card<T>({ title, action, read, again, children }: CardProps<T>) {
  return (
    <CardFrame title={title} action={action}>
      {read.state === "loading" && <CardSkeleton what={title.toLowerCase()} />}
      {read.state === "failed" && (
        <p className="text-muted">
          This could not be loaded.{" "}
          <Button look="quiet" size="sm" onClick={again}>
            Try again
          </Button>
        </p>
      )}
      {read.state === "ready" && children(read.value)}
    </CardFrame>
  );
}

export function CardFrame({
  title,
  action,
  children,
}: Pick<CardProps<unknown>, "title" | "action"> & { children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line pt-3">
      <div className="mb-1.5 flex min-h-7 items-center justify-between gap-3">
        <h2 className="text-13 font-semibold">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

export function CardSkeleton({ what }: { what: string }) {
  return (
    <Loading what={what}>
      <div className="grid gap-2">
        <Skeleton className="h-4 w-3/4" />
        <Skeleton className="h-4 w-1/2" />
      </div>
    </Loading>
  );
}
