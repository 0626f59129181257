import { Link } from "@remix-run/react";
import { Archive, Download, Ellipsis } from "lucide-react";
import { ChevronLeft } from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { Button, buttonLook } from "~/components/ui/button";
import { Menu, MenuItem, MenuLabel, MenuLink, MenuSeparator } from "~/components/ui/menu";
import { Tooltip } from "~/components/ui/tooltip";
import { exportFormats } from "~/exchange/formats";
import type { SaveState as State } from "./draft/keeper";
import { SaveState } from "./draft/save-state";
import { isBeingWritten, kindNames, type Piece, platformNames, stateNames } from "./piece";

export type PieceActs = {
  approve: () => void;
  withdraw: () => void;
  archive: () => void;
  restore: () => void;
  /** Which of these is on its way. */
  pending: string | null;
};

type PieceHeaderProps = {
  piece: Piece;
  title: string;
  back: { to: string; name: string } | null;
  state: State;
  acts: PieceActs;
  mayWrite: boolean;
  mayApprove: boolean;
  onRetry: () => void;
};

export function PieceHeader(props: PieceHeaderProps) {
  const { piece, title, back, state, acts, mayWrite, onRetry } = props;
  const name = piece.kind === "social_post" ? `${platformNames[piece.platform]} post` : kindNames[piece.kind];
  const badge = stateNames[piece.status];
  return (
    <header className="mb-6 md:sticky md:top-0 md:z-30 md:-mx-2 md:bg-paper md:px-2 md:py-2">
      <h1 className="sr-only">{title || "Without a title"}</h1>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {back && (
          <Link
            to={back.to}
            prefetch="intent"
            className="touch inline-flex max-w-48 items-center gap-1 text-13 text-muted hover:text-ink"
          >
            <ChevronLeft aria-hidden className="size-4 shrink-0" />
            <span className="truncate">{back.name}</span>
          </Link>
        )}
        <span className="text-13 text-muted">{name}</span>
        <Badge tone={badge.tone}>{badge.name}</Badge>
        <div className="ml-auto flex flex-wrap items-center justify-end gap-2">
          {mayWrite && piece.archivedAt === null && <SaveState state={state} onRetry={onRetry} />}
          <More acts={mayWrite && piece.archivedAt === null ? acts : null} />
          <Primary {...props} />
        </div>
      </div>
    </header>
  );
}

function More({ acts }: { acts: PieceActs | null }) {
  return (
    <Menu
      label="More"
      trigger={
        <Button look="quiet" size="icon" aria-label="More">
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuLabel>Download as saved</MenuLabel>
      {exportFormats.map(({ format, name }) => (
        <MenuLink key={format} to={`export?format=${format}`} reloadDocument>
          <Download aria-hidden />
          {name}
        </MenuLink>
      ))}
      {acts && (
        <>
          <MenuSeparator />
          <MenuItem onSelect={acts.archive}>
            <Archive aria-hidden />
            Archive
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

function Primary({ piece, acts, mayWrite, mayApprove }: PieceHeaderProps) {
  if (piece.archivedAt !== null)
    return mayWrite ? (
      <Button look="primary" pending={acts.pending === "unarchive"} onClick={acts.restore}>
        Restore
      </Button>
    ) : null;
  if (!mayApprove) return null;
  if (piece.approvedAt !== null)
    return (
      <>
        {piece.publishedAt === null && (
          <Button pending={acts.pending === "withdraw"} onClick={acts.withdraw}>
            Withdraw approval
          </Button>
        )}
        <Publish piece={piece} />
      </>
    );
  const reason = reasonNotYet(piece);
  const button = (
    <Button
      look="primary"
      pending={acts.pending === "approve"}
      aria-disabled={reason ? true : undefined}
      onClick={reason ? undefined : acts.approve}
    >
      Approve
    </Button>
  );
  return <Tooltip text={reason ?? "Ctrl or ⌘ and Enter"}>{button}</Tooltip>;
}

/** Emails go out with their sequence; everything else has places of its own. */
function Publish({ piece: { id, kind } }: { piece: Piece }) {
  if (kind === "email" || kind === "email_sequence") return null;
  return (
    <Link
      to={`../${id}/publishing`}
      relative="path"
      prefetch="intent"
      className={buttonLook({ look: "primary" })}
    >
      Publish
    </Link>
  );
}

/** Why there is nothing to approve, where that is known without asking. */
export function reasonNotYet({ status, versionNumber, kind }: Piece): string | null {
  if (isBeingWritten(status)) return "It is being written at the moment.";
  if (versionNumber === 0 && kind !== "email_sequence") return "There are no words to approve yet.";
  return null;
}
