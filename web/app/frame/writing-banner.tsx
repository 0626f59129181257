import { OctagonX } from "lucide-react";

/** For everybody, on every screen, while the operator has stopped all writing. */
export function WritingBanner({ reason }: { reason: string }) {
  return (
    <div role="status">
      <p data-ground className="flex items-start gap-2.5 bg-attention-soft px-4 py-2 text-13">
        <OctagonX aria-hidden className="mt-0.5 size-4 shrink-0 text-attention" />
        <span className="min-w-0 break-words">
          Writing is stopped for everybody at the moment: {reason} Everything else works. What waits goes on
          by itself.
        </span>
      </p>
    </div>
  );
}
