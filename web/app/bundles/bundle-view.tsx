import { Layers } from "lucide-react";
import { useMemo } from "react";
import { Page } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { ActionButton } from "~/form/action-button";
import { useLocale } from "~/locale";
import { countOf } from "~/words/format";
import { BeingWritten } from "./being-written";
import { type BundleHead, bundleStatusWords, isUnderWay, isUnstarted, type PieceLine } from "./bundle";
import { BundleDownload } from "./bundle-download";
import { BundleFilters, type PieceFilters } from "./bundle-filters";
import { BundleProgress } from "./bundle-progress";
import type { BundleStore } from "./bundle-live";
import { periodWords } from "./bundle-words";
import { JourneyStrip } from "./journey-strip";
import { PieceList } from "./piece-list";
import { useBundle } from "./use-bundle-live";

type BundleViewProps = {
  bundle: BundleHead;
  store: BundleStore;
  filters: PieceFilters;
  /** The organization's address, such as `/o/northwind-coffee`. */
  home: string;
  mayWrite: boolean;
  mayApprove: boolean;
  /** Gives what is approved its dates. */
  mayPublish: boolean;
};

export function BundleView({ bundle, store, filters, home, ...rights }: BundleViewProps) {
  const { mayWrite } = rights;
  const { language } = useLocale();
  const progress = useBundle(store, (state) => state.progress);
  const known = useBundle(store, (state) => state.pieces);
  const pieces = useMemo(() => [...known.values()], [known]);
  const shown = useMemo(() => pieces.filter((piece) => matches(piece, filters)), [pieces, filters]);
  const base = `${home}/pieces`;
  return (
    <Page
      title={bundle.name}
      back={{ to: `${home}/bundles`, name: "Bundles" }}
      about={`For ${bundle.businessName}, ${bundle.timePeriod || periodWords(bundle.periodStart, bundle.periodEnd, language)}`}
      action={<Actions bundle={bundle} pieces={pieces} home={home} {...rights} />}
    >
      <div className="mb-6 grid gap-3">
        <StatusLine bundle={bundle} />
        <BundleProgress bundle={bundle} progress={progress} mayWrite={mayWrite} />
      </div>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <aside className="grid content-start gap-8 lg:sticky lg:top-8 lg:order-2 lg:self-start">
          {isUnderWay(bundle.status) && <BeingWritten store={store} base={base} isUnderWay />}
          <div className="max-lg:hidden">
            <JourneyStrip pieces={pieces} to={`${home}/journey?bundle=${bundle.id}`} />
          </div>
          {pieces.length > 0 && !isUnderWay(bundle.status) && <BundleDownload />}
        </aside>
        <div className="min-w-0">
          <BundleFilters pieces={pieces} filters={filters} />
          {shown.length > 0 ? (
            <PieceList pieces={shown} base={base} mayRetry={mayWrite && !isUnderWay(bundle.status)} />
          ) : (
            <NothingShown bundle={bundle} isEmpty={pieces.length === 0} />
          )}
        </div>
      </div>
    </Page>
  );
}

function matches(piece: PieceLine, { kind, status }: PieceFilters): boolean {
  return (kind === "" || piece.kind === kind) && (status === "" || piece.status === status);
}

function StatusLine({ bundle: { status, isArchived } }: { bundle: BundleHead }) {
  const { name, tone } = bundleStatusWords[status];
  return (
    <p>
      <Badge tone={isArchived ? "neutral" : tone}>
        {isUnderWay(status) && (
          <span aria-hidden className="animate-breathe mr-1.5 size-1.5 rounded-full bg-stream" />
        )}
        {isArchived ? "Archived" : name}
      </Badge>
    </p>
  );
}

type ActionsProps = Omit<BundleViewProps, "store" | "filters"> & { pieces: PieceLine[] };

/** The one thing to do next, by where the bundle is. */
function Actions({ bundle, pieces, home, mayWrite, mayApprove, mayPublish }: ActionsProps) {
  const ready = pieces.filter(({ status }) => status === "ready").length;
  const unwritten = pieces.filter(({ status }) => status === "draft").length;
  if (bundle.isArchived) return mayWrite && <ActionButton intent="restore">Restore</ActionButton>;
  if (isUnderWay(bundle.status)) return mayWrite && <ActionButton intent="cancel">Cancel</ActionButton>;
  return (
    <>
      {mayWrite && (
        <ActionButton intent="archive" look="quiet">
          Archive
        </ActionButton>
      )}
      {mayWrite && isUnstarted(bundle.status) && (
        <ActionButton intent="start" look="primary">
          Write bundle
        </ActionButton>
      )}
      {mayWrite && !isUnstarted(bundle.status) && unwritten > 0 && (
        <ActionButton intent="retry-all">{`Write the other ${unwritten}`}</ActionButton>
      )}
      {mayApprove && ready > 0 && (
        <ActionButton intent="approve-ready" look="primary">
          {`Approve ${countOf(ready, "piece")}`}
        </ActionButton>
      )}
      {mayPublish && ready === 0 && pieces.some(isUndated) && (
        <LinkButton to={`${home}/calendar?bundle=${bundle.id}`} look="primary">
          Plan the dates
        </LinkButton>
      )}
    </>
  );
}

/** Approved, and nobody has said when it goes out; an email goes out with its sequence. */
function isUndated({ status, kind }: PieceLine): boolean {
  return status === "approved" && kind !== "email";
}

function NothingShown({ bundle, isEmpty }: { bundle: BundleHead; isEmpty: boolean }) {
  if (!isEmpty)
    return (
      <EmptyState
        icon={Layers}
        title="No piece is like that"
        action={<LinkButton to="?">Show all pieces</LinkButton>}
      >
        Choose another kind or status.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={Layers}
      title={isUnderWay(bundle.status) ? "It begins in a moment" : "Nothing is written yet"}
    >
      {isUnderWay(bundle.status)
        ? "The pieces appear here in a moment, and you can read along."
        : "Write the bundle, and its pieces appear here as they are written."}
    </EmptyState>
  );
}
