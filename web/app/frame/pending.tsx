import { useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useState, type ReactNode } from "react";
import { Loading, Skeleton } from "~/components/ui/skeleton";

/** A line at the top while something is on its way. */
export function PendingBar() {
  const { state } = useNavigation();
  if (state === "idle") return null;
  return (
    <div aria-hidden className="animate-late fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden">
      <div className="animate-run h-full w-1/3 bg-stream" />
    </div>
  );
}

/** A page that takes longer than 150 ms shows its outline; the old one stays until then. */
export function PendingPage({ children }: { children: ReactNode }) {
  const isSlow = useSlowNavigation();
  return (
    <>
      {isSlow && <PageSkeleton />}
      <div hidden={isSlow}>{children}</div>
    </>
  );
}

export function PageSkeleton() {
  return (
    <Loading what="the page">
      <div className="grid gap-6">
        <Skeleton className="h-7 w-48" />
        <div className="grid gap-3">
          <Skeleton className="h-4 w-full max-w-xl" />
          <Skeleton className="h-4 w-full max-w-md" />
        </div>
        <div className="divide-y divide-line border-y border-line">
          {[0, 1, 2, 3].map((row) => (
            <div key={row} className="flex h-11 items-center gap-4">
              <Skeleton className="size-6 rounded-full" />
              <Skeleton className="h-3 w-48" />
            </div>
          ))}
        </div>
      </div>
    </Loading>
  );
}

/** Where we are going, once it has taken longer than a blink. */
function useSlowNavigation(): boolean {
  const { state, location } = useNavigation();
  const here = useLocation();
  const target = state === "loading" && location?.pathname !== here.pathname ? location?.key : undefined;
  const [slow, setSlow] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setSlow(target), target === undefined ? 0 : 150);
    return () => clearTimeout(timer);
  }, [target]);
  return target !== undefined && slow === target;
}
