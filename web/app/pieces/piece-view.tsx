import { useMemo } from "react";
import { PublishPanel } from "~/publishing/publish-panel";
import type { Publishing } from "~/publishing/publishing.server";
import type { Check } from "../../../worker/pieces/pure/check";
import { Conflict } from "./draft/conflict";
import type { Draft } from "./draft/use-draft";
import type { Words } from "./draft/merge";
import type { EmailActs, SequenceEmail } from "./kinds/sequence-emails";
import { PieceForm } from "./kinds/piece-form";
import { CheckPanel } from "./panel/check-panel";
import { type Claim, ClaimsPanel } from "./panel/claims-panel";
import { Panel, type PanelName } from "./panel/panel";
import type { SiteFacts } from "./panel/search-panel";
import { type OpenVersion, type Version, VersionsPanel } from "./panel/versions-panel";
import { WritePanel, type Writing } from "./panel/write-panel";
import { isEditable, type Piece } from "./piece";
import { type PieceActs, PieceHeader } from "./piece-header";
import { PieceNotices } from "./piece-notices";
import { usePieceKeys } from "./piece-keys";
import type { Suggesting } from "./text/rich-text-props";

export type PanelData =
  | { panel: "check"; checks: Check[] }
  | { panel: "claims"; claims: Claim[] }
  | { panel: "versions"; versions: Version[]; open: OpenVersion | null; hasMore: boolean }
  | ({ panel: "write" } & Writing)
  | { panel: "publish"; publishing: Publishing };

export type PieceViewProps = {
  piece: Piece;
  draft: Draft<Words>;
  back: { to: string; name: string } | null;
  business: { name: string } & SiteFacts;
  data: PanelData;
  emails: SequenceEmail[];
  mayWrite: boolean;
  mayApprove: boolean;
  acts: PieceActs;
  emailActs: EmailActs;
  suggesting: Suggesting;
};

/** Where a piece is read, written, checked and approved. */
export function PieceView(props: PieceViewProps) {
  const { piece, draft, back, mayWrite, mayApprove, acts, data } = props;
  const { view, keeper } = draft;
  const editable = mayWrite && isEditable(piece);
  usePieceKeys({
    save: () => void keeper.flush(),
    approve: mayApprove && !piece.approvedAt ? acts.approve : null,
  });
  return (
    <>
      <PieceHeader
        piece={piece}
        title={String(view.words["title"])}
        back={back}
        state={view.state}
        acts={acts}
        mayWrite={mayWrite}
        mayApprove={mayApprove}
        onRetry={() => keeper.retry()}
      />
      {view.clash && (
        <Conflict
          clash={view.clash}
          mine={view.words}
          onKeepMine={() => keeper.keepMine()}
          onTakeTheirs={() => keeper.takeTheirs()}
        />
      )}
      <PieceNotices piece={piece} mayWrite={mayWrite} />
      <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          <Form {...props} editable={editable && view.clash === null} />
        </div>
        <Panel kind={piece.kind} current={data.panel as PanelName}>
          <Inside {...props} editable={editable} />
        </Panel>
      </div>
    </>
  );
}

type Editable = PieceViewProps & { editable: boolean };

function Form({ piece, draft: { view, keeper }, editable, suggesting, emails, emailActs }: Editable) {
  const asking = useMemo(
    () => ({
      ...suggesting,
      // What is asked about has to be in the saved text.
      ask: async (selection: string, instruction: string) =>
        (await keeper.flush())
          ? await suggesting.ask(selection, instruction)
          : {
              ok: false as const,
              message: "Your words could not be saved, so nothing was asked. Try again.",
            },
    }),
    [suggesting, keeper],
  );
  return (
    <PieceForm
      piece={piece}
      words={view.words}
      edit={(patch) => keeper.edit(patch)}
      round={view.round}
      editable={editable}
      collect={keeper.collect}
      suggesting={asking}
      emails={emails}
      acts={emailActs}
    />
  );
}

function Inside({ piece, draft: { view, keeper }, data, business, mayWrite, editable }: Editable) {
  switch (data.panel) {
    case "check":
      return (
        <CheckPanel
          piece={piece}
          words={view.words}
          edit={(patch) => keeper.edit(patch)}
          editable={editable}
          business={business}
          checks={data.checks}
        />
      );
    case "claims":
      return <ClaimsPanel claims={data.claims} mayWrite={mayWrite} />;
    case "versions":
      return <VersionsPanel {...data} mayWrite={editable} revision={view.revision} />;
    case "write":
      return <WritePanel piece={piece} writing={data} mayWrite={mayWrite} flush={() => keeper.flush()} />;
    case "publish":
      return <PublishPanel {...data.publishing} />;
  }
}
