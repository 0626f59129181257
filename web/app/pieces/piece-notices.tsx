import { Link } from "@remix-run/react";
import { buttonLook } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { isBeingWritten, type Piece } from "./piece";

/** What somebody has to know before they write here. */
export function PieceNotices({ piece, mayWrite }: { piece: Piece; mayWrite: boolean }) {
  const { status, archivedAt, errorMessage, versionNumber, kind } = piece;
  if (archivedAt !== null)
    return (
      <Callout className="mb-6" title="This piece is archived">
        Restore it to go on writing. Nothing of it is lost.
      </Callout>
    );
  if (isBeingWritten(status))
    return (
      <Callout role="status" className="mb-6" title="It is being written">
        The words appear here when they are done. You can go on elsewhere meanwhile.
      </Callout>
    );
  if (status === "failed")
    return (
      <Callout
        tone="danger"
        className="mb-6"
        title="It could not be written"
        action={mayWrite && <WriteLink again />}
      >
        {errorMessage ?? "Nothing was charged. Try again, or write it yourself."}
      </Callout>
    );
  if (versionNumber === 0 && kind !== "email_sequence" && mayWrite)
    return (
      <Callout className="mb-6" title="There are no words yet" action={<WriteLink />}>
        Begin below, or have it written.
      </Callout>
    );
  return null;
}

function WriteLink({ again = false }: { again?: boolean }) {
  return (
    <Link to="?panel=write" preventScrollReset className={buttonLook({ size: "sm" })}>
      {again ? "Write it again" : "Have it written"}
    </Link>
  );
}
