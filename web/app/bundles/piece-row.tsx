import { Link, useFetchers } from "@remix-run/react";
import { memo, useEffect, useRef } from "react";
import { ActionButton } from "~/form/action-button";
import { type PieceLine, pieceStatusWords, sortOf } from "./bundle";
import { PieceStatusIcon } from "./piece-status";

type PieceRowProps = {
  piece: PieceLine;
  to: string;
  mayRetry: boolean;
  /** Reached by j or k. */
  takesFocus: boolean;
};

export const PieceRow = memo(function PieceRow({ piece, to, mayRetry, takesFocus }: PieceRowProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const isAgain = useRetried(piece.id);
  const status = isAgain ? "queued" : piece.status;
  useEffect(() => {
    if (takesFocus) link.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div className="relative flex min-h-9 items-center gap-3 border-b border-line px-1 py-1.5 hover:bg-sunken pointer-coarse:min-h-11">
      <PieceStatusIcon status={status} />
      <div className="min-w-0 flex-1">
        <Link
          ref={link}
          to={to}
          data-piece={piece.id}
          className="block truncate after:absolute after:inset-0 after:content-['']"
        >
          {piece.title || sortOf(piece)}
        </Link>
        {status === "failed" && piece.reason && (
          <p className="truncate text-12 text-danger" title={piece.reason}>
            {piece.reason}
          </p>
        )}
      </div>
      <span className="shrink-0 text-12 text-muted">{sortOf(piece)}</span>
      {status === "failed" && mayRetry ? (
        <span className="relative z-10">
          <ActionButton
            intent="retry"
            fields={{ id: piece.id }}
            size="sm"
            aria-label={`Retry “${piece.title || sortOf(piece)}”`}
          >
            Retry
          </ActionButton>
        </span>
      ) : (
        <span className="w-22 shrink-0 text-right text-12 text-muted">{pieceStatusWords[status]}</span>
      )}
    </div>
  );
});

/** Asked for again, and the answer is not here yet. */
function useRetried(pieceId: string): boolean {
  return useFetchers().some(
    ({ formData }) => formData?.get("intent") === "retry" && formData.get("id") === pieceId,
  );
}
