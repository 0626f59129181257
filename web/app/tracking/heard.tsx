import { useRevalidator } from "@remix-run/react";
import { CircleCheck, CircleDashed } from "lucide-react";
import { useEffect } from "react";
import { Button } from "~/components/ui/button";
import { RelativeTime } from "~/components/ui/time";
import type { TrackingKey } from "./tracking-key";

const everyMs = 5_000;

/** Whether the snippet speaks. While nothing was heard it listens by itself, as long as somebody looks. */
export function Heard({ trackingKey: { lastEventAt, lastEventUrl } }: { trackingKey: TrackingKey }) {
  const { revalidate, state } = useRevalidator();
  const isSilent = lastEventAt === null;
  useEffect(() => {
    if (!isSilent) return;
    const timer = setInterval(() => document.hidden || revalidate(), everyMs);
    return () => clearInterval(timer);
  }, [isSilent, revalidate]);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line pt-4">
      <p role="status" className="flex min-w-0 flex-1 items-start gap-2">
        {isSilent ? (
          <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
        ) : (
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-positive" />
        )}
        <span className="min-w-0 break-words">
          {isSilent ? (
            <>
              Nothing heard yet.{" "}
              <span className="text-muted">Paste it, open a page of yours, and it shows here.</span>
            </>
          ) : (
            <>
              Last event <RelativeTime at={lastEventAt} />
              {lastEventUrl && <span className="text-muted"> from {lastEventUrl}</span>}
            </>
          )}
        </span>
      </p>
      <Button size="sm" look="quiet" onClick={() => revalidate()} pending={state === "loading"}>
        Check now
      </Button>
    </div>
  );
}
