import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";

export function OfflineBanner() {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status">
      {!online && (
        <p data-ground className="flex items-center gap-2.5 bg-attention-soft px-4 py-2 text-13">
          <WifiOff aria-hidden className="size-4 shrink-0 text-attention" />
          You are offline. What you see may be old; what you typed stays here until you are back.
        </p>
      )}
    </div>
  );
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener("online", onChange);
  window.addEventListener("offline", onChange);
  return () => {
    window.removeEventListener("online", onChange);
    window.removeEventListener("offline", onChange);
  };
}
