import { CircleAlert, Cloud, CloudOff, type LucideIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "~/components/ui/button";
import { RelativeTime } from "~/components/ui/time";
import type { SaveState as State } from "./keeper";

type SaveStateProps = { state: State; onRetry: () => void };

/** Always in the same place and as wide as its longest word, so that nothing beside it moves. */
export function SaveState({ state, onRetry }: SaveStateProps) {
  const isTrouble = state.kind === "unreachable" || state.kind === "refused" || state.kind === "clash";
  return (
    <div className="flex min-w-32 items-center justify-end gap-1.5 text-13 text-muted">
      <span role="status" className="contents">
        {isTrouble && <Trouble state={state} />}
      </span>
      {!isTrouble && <Quiet state={state} />}
      {(state.kind === "unreachable" || state.kind === "refused") && (
        <Button look="quiet" size="sm" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

function Quiet({ state }: { state: State }) {
  if (state.kind !== "saved") return <Line icon={Cloud}>Saving…</Line>;
  return (
    <Line icon={Cloud}>{state.at === null ? "All saved" : <SavedAt key={state.at} at={state.at} />}</Line>
  );
}

function Trouble({ state }: { state: State }) {
  if (state.kind === "unreachable")
    return (
      <Line icon={CloudOff} tone="text-attention">
        Not saved: offline, kept here
      </Line>
    );
  const words = state.kind === "refused" ? `Not saved: ${state.message}` : "Not saved: somebody was faster";
  return (
    <Line icon={CircleAlert} tone="text-danger">
      {words}
    </Line>
  );
}

function Line({
  icon: Icon,
  tone = "",
  children,
}: {
  icon: LucideIcon;
  tone?: string;
  children: React.ReactNode;
}) {
  return (
    <span className={`inline-flex items-center gap-1.5 ${tone}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span>{children}</span>
    </span>
  );
}

/** To the second for a minute; then as people tell the time. */
function SavedAt({ at }: { at: number }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.round((Date.now() - at) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [at]);
  if (seconds >= 60)
    return (
      <>
        Saved <RelativeTime at={new Date(at).toISOString()} />
      </>
    );
  return <>{seconds < 2 ? "Saved" : `Saved ${seconds} s ago`}</>;
}
