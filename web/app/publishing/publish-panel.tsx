import { Link, useParams, useRevalidator } from "@remix-run/react";
import { ExternalLink } from "lucide-react";
import { useEffect } from "react";
import { Badge, type BadgeTone } from "~/components/ui/badge";
import { Callout } from "~/components/ui/callout";
import { RelativeTime } from "~/components/ui/time";
import {
  type Place,
  placesOf,
  type PlaceState,
  type Publication,
  type PublishedPiece,
  stateOf,
} from "./places";
import { PlaceActions } from "./place-actions";
import type { Publishing } from "./publishing.server";

/** Where a piece stands and can go, on its own page or beside its words; it follows what is on its way. */
export function PublishPanel(publishing: Publishing) {
  const { organization = "" } = useParams();
  const { revalidate, state } = useRevalidator();
  const isWaiting = publishing.publications.some((each) => each.state === "publishing");
  useLookingAgain(isWaiting && state === "idle", revalidate);
  const action = `/o/${organization}/pieces/${publishing.piece.id}/publishing`;
  return <PublishPanelView {...publishing} action={action} organization={organization} />;
}

const everyMs = 2500;

/** While something is on its way, it is asked again; who looks away asks nothing. */
function useLookingAgain(isWaiting: boolean, look: () => void): void {
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => document.visibilityState === "visible" && look(), everyMs);
    return () => clearTimeout(timer);
  });
}

type ViewProps = Publishing & { action: string; organization: string };

export function PublishPanelView({
  piece,
  ways,
  publications,
  mayPublish,
  mayConnect,
  action,
  organization,
}: ViewProps) {
  const places = placesOf(piece, ways, publications);
  return (
    <div className="grid gap-4">
      {!piece.isApproved && (
        <Callout title="Only approved words go out">
          Approve this piece first. What is published already stays as it was approved.
        </Callout>
      )}
      {piece.notice && <Callout tone="attention" title={piece.notice} />}
      <ul className="grid">
        {places.map((place) => (
          <PlaceRow key={place.key} place={place} piece={piece} mayPublish={mayPublish} action={action} />
        ))}
      </ul>
      {mayConnect && (
        <p className="text-13 text-muted">
          <Link to={`/o/${organization}/settings/integrations`} className="link">
            Connect WordPress or a webhook
          </Link>
        </p>
      )}
    </div>
  );
}

const words: Record<PlaceState, { name: string; tone: BadgeTone } | null> = {
  open: null,
  publishing: { name: "On its way", tone: "neutral" },
  published: { name: "Published", tone: "stream" },
  draft: { name: "Draft there", tone: "stream" },
  behind: { name: "Earlier version", tone: "attention" },
  unconfirmed: { name: "Unconfirmed", tone: "attention" },
  failed: { name: "Failed", tone: "danger" },
  withdrawn: { name: "Withdrawn", tone: "neutral" },
};

type RowProps = { place: Place; piece: PublishedPiece; mayPublish: boolean; action: string };

function PlaceRow({ place, piece, mayPublish, action }: RowProps) {
  const state = stateOf(place, piece);
  const badge = words[state];
  const { publication } = place;
  return (
    <li className="grid gap-2 border-t border-line py-4 first:border-t-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-medium break-words">{place.name}</h3>
        {badge && <Badge tone={badge.tone}>{badge.name}</Badge>}
      </div>
      {publication && <About publication={publication} state={state} />}
      {mayPublish && <PlaceActions place={place} state={state} piece={piece} action={action} />}
    </li>
  );
}

function About({ publication, state }: { publication: Publication; state: PlaceState }) {
  const { url, publishedAt, errorMessage, warning } = publication;
  const isThere = state === "published" || state === "draft" || state === "behind";
  return (
    <div className="grid gap-1 text-13 text-muted">
      {isThere && publishedAt && (
        <p>
          Published <RelativeTime at={publishedAt} />
        </p>
      )}
      {errorMessage && <p className="text-attention">{errorMessage}</p>}
      {isThere && warning && <p className="text-attention">{warning}</p>}
      {isThere && url && (
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          className="link inline-flex w-fit max-w-full items-center gap-1.5 break-all"
        >
          {url}
          <ExternalLink aria-label="(opens in a new tab)" className="size-3.5 shrink-0" />
        </a>
      )}
    </div>
  );
}
