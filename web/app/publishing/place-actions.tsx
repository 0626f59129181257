import { ActionButton } from "~/form/action-button";
import { TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { Button } from "~/components/ui/button";
import type { Place, PlaceState, PublishedPiece } from "./places";
import { postedSchema } from "./schemas";

type PlaceActionsProps = { place: Place; state: PlaceState; piece: PublishedPiece; action: string };

const publishWords: Record<PlaceState, string | null> = {
  open: "Publish now",
  publishing: null,
  published: null,
  draft: "Publish there",
  behind: "Publish changes",
  unconfirmed: null,
  failed: "Try again",
  withdrawn: "Publish again",
};

export function PlaceActions({ place, state, piece, action }: PlaceActionsProps) {
  const { channel, integrationId, name, publication } = place;
  const publish = publishWords[state];
  const isEnded = channel !== "built_in" && channel !== "by_hand" && name === "A connection that was ended";
  const mayGo = piece.isApproved && !isEnded && publish !== null;
  const where = { channel, integrationId: integrationId ?? "" };
  const isThere = state === "published" || state === "draft" || state === "behind";
  if (channel === "by_hand" && mayGo) return <Posted action={action} />;
  return (
    <div className="flex flex-wrap gap-2 empty:hidden">
      {mayGo && (
        <ActionButton
          intent="publish"
          action={action}
          fields={{ ...where, mode: "publish" }}
          size="sm"
          aria-label={`${publish}: ${name}`}
        >
          {publish}
        </ActionButton>
      )}
      {mayGo && place.knowsDrafts && (state === "open" || state === "failed" || state === "withdrawn") && (
        <ActionButton
          intent="publish"
          action={action}
          fields={{ ...where, mode: "draft" }}
          size="sm"
          look="quiet"
          aria-label={`Send as a draft: ${name}`}
        >
          Send as a draft
        </ActionButton>
      )}
      {publication && state === "unconfirmed" && channel === "wordpress" && (
        <ActionButton
          intent="check"
          action={action}
          fields={{ id: publication.id }}
          size="sm"
          aria-label={`Check: ${name}`}
        >
          Check
        </ActionButton>
      )}
      {publication && isThere && !isEnded && (
        <ActionButton
          intent="withdraw"
          action={action}
          fields={{ id: publication.id }}
          size="sm"
          aria-label={`Withdraw: ${name}`}
        >
          Withdraw
        </ActionButton>
      )}
    </div>
  );
}

/** Somebody has posted it themselves and says where. */
function Posted({ action }: { action: string }) {
  return (
    <SchemaForm
      schema={postedSchema}
      intent="posted"
      action={action}
      className="flex flex-wrap items-end gap-2"
    >
      {(fields, pending) => (
        <>
          <TextField
            field={fields.url}
            label="Where you posted it"
            optional
            type="url"
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            className="min-w-48 flex-1"
          />
          <Button type="submit" pending={pending}>
            Mark as posted
          </Button>
        </>
      )}
    </SchemaForm>
  );
}
