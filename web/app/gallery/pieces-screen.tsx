import { useState, useSyncExternalStore } from "react";
import { DraftKeeper, type SaveState } from "~/pieces/draft/keeper";
import type { Words } from "~/pieces/draft/merge";
import { type Piece, wordsOf } from "~/pieces/piece";
import { type PanelData, PieceView } from "~/pieces/piece-view";
import { withCommon } from "./common-states";
import * as samples from "./sample-pieces";

const { samplePanels: panels, samplePost } = samples;

export const pieceScreen = withCommon("Piece", "read what is written here", {
  success: () => <Sample piece={samplePost} data={panels.check} />,
  social: () => <Sample piece={samples.sampleTweet} data={panels.check} />,
  upgrade: () => <Sample piece={samples.sampleUpgrade} data={panels.check} />,
  sequence: () => <Sample piece={samples.sampleSequence} data={panels.versions} />,
  email: () => <Sample piece={samples.sampleEmail} data={panels.inbox} />,
  claims: () => <Sample piece={samplePost} data={panels.claims} />,
  "no-claims": () => <Sample piece={samplePost} data={panels.noClaims} />,
  versions: () => <Sample piece={samplePost} data={panels.versions} />,
  version: () => <Sample piece={samplePost} data={panels.version} />,
  write: () => <Sample piece={samplePost} data={panels.write} />,
  stopped: () => <Sample piece={samplePost} data={panels.stopped} />,
  empty: () => <Sample piece={{ ...samplePost, status: "draft", versionNumber: 0 }} data={panels.write} />,
  generating: () => <Sample piece={{ ...samplePost, status: "generating" }} data={panels.write} />,
  failed: () => (
    <Sample
      piece={{ ...samplePost, status: "failed", errorMessage: "The model gave no usable answer, twice." }}
      data={panels.write}
    />
  ),
  offline: () => <Sample piece={samplePost} data={panels.check} state={{ kind: "unreachable" }} />,
  conflict: () => (
    <Sample piece={samplePost} data={panels.check} theirs={{ title: "Cold brew, but better" }} />
  ),
  approved: () => (
    <Sample
      piece={{ ...samplePost, status: "approved", approvedAt: samplePost.createdAt }}
      data={panels.check}
    />
  ),
  archived: () => (
    <Sample
      piece={{ ...samplePost, status: "archived", archivedAt: samplePost.createdAt }}
      data={panels.check}
    />
  ),
  "read-only": () => <Sample piece={samplePost} data={panels.claims} mayWrite={false} />,
});

type SampleProps = {
  piece: Piece;
  data: PanelData;
  state?: SaveState;
  theirs?: Words;
  mayWrite?: boolean;
};

const nothing = () => undefined;
const acts = { approve: nothing, withdraw: nothing, archive: nothing, restore: nothing, pending: null };
const emailActs = { onOrder: nothing, onDelay: nothing, onAdd: nothing, isAdding: false };
const suggesting = {
  ask: () => Promise.resolve({ ok: false as const, message: "The gallery has no writer." }),
  judge: nothing,
};

function Sample({ piece, data, state, theirs, mayWrite = true }: SampleProps) {
  const [keeper] = useState(() => keeperOf(piece, theirs));
  const view = useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot);
  return (
    <PieceView
      piece={piece}
      draft={{ view: state ? { ...view, state } : view, keeper }}
      back={piece.kind === "email" ? { to: "#", name: "After the checklist" } : null}
      business={{
        name: "Northwind Coffee",
        language: "en",
        ownHosts: ["northwind.example"],
        address: "northwind.example",
      }}
      data={data}
      emails={piece.kind === "email_sequence" ? samples.sampleEmails : []}
      mayWrite={mayWrite}
      mayApprove={mayWrite}
      acts={acts}
      emailActs={emailActs}
      suggesting={suggesting}
    />
  );
}

/** Saves nowhere; where somebody else was faster, it already knows. */
function keeperOf(piece: Piece, theirs: Words | undefined): DraftKeeper<Words> {
  const words = wordsOf(piece);
  const keeper = new DraftKeeper<Words>(
    { words, revision: piece.revision },
    {
      save: (_, revision) =>
        Promise.resolve({ kind: "saved", revision: revision + 1, approvalRemoved: false }),
      keep: nothing,
      now: () => 0,
      after: () => nothing,
    },
  );
  if (!theirs) return keeper;
  keeper.edit({ title: "Five mistakes in cold brew (mine)" });
  keeper.hear({ words: { ...words, ...theirs }, revision: piece.revision + 1 });
  return keeper;
}
