import { CircleAlert, CircleCheck, UserCheck } from "lucide-react";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/states";
import { ActionButton } from "~/form/action-button";
import { countOf } from "~/words/format";
import { showPassage } from "../text/show-passage";
import { useCloseSheet } from "./panel";

export type Claim = {
  id: string;
  claim: string;
  status: "backed" | "unbacked" | "confirmed";
  quote: string;
  url: string;
};

const marks = {
  backed: { Icon: CircleCheck, look: "text-stream-ink", name: "Backed by your website" },
  confirmed: { Icon: UserCheck, look: "text-stream-ink", name: "Confirmed by a person" },
  unbacked: { Icon: CircleAlert, look: "text-attention", name: "Nothing backs this yet" },
};

/** What a reader may hold the business to, and what it stands on. */
export function ClaimsPanel({ claims, mayWrite }: { claims: Claim[]; mayWrite: boolean }) {
  if (claims.length === 0)
    return (
      <EmptyState icon={CircleCheck} title="It claims nothing">
        Figures, superlatives and promises of the text are listed here, each with the sentence that backs it.
      </EmptyState>
    );
  const open = claims.filter(({ status }) => status === "unbacked").length;
  return (
    <>
      <p className="mb-4 text-muted">
        {open === 0
          ? "Each claim stands on something."
          : `${countOf(open, "claim")} without anything behind it.`}
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {claims.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} mayWrite={mayWrite} />
        ))}
      </ul>
    </>
  );
}

function ClaimRow({
  claim: { id, claim, status, quote, url },
  mayWrite,
}: {
  claim: Claim;
  mayWrite: boolean;
}) {
  const { Icon, look, name } = marks[status];
  const closeSheet = useCloseSheet();
  function show(): void {
    showPassage(claim);
    closeSheet();
  }
  return (
    <li className="grid grid-cols-1 gap-2 py-3">
      <p>{claim}</p>
      <p className={`flex items-center gap-1.5 text-13 ${look}`}>
        <Icon aria-hidden className="size-4 shrink-0" />
        {name}
      </p>
      {quote && (
        <blockquote className="border-l-2 border-edge pl-3 text-13 text-muted">
          “{quote}”
          {url && (
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="link mt-1 block truncate"
            >
              {url}
            </a>
          )}
        </blockquote>
      )}
      <div className="flex gap-1">
        {mayWrite && (
          <ActionButton
            intent="judge"
            fields={{ sourceId: id, confirmed: status === "confirmed" ? "no" : "yes" }}
            size="sm"
            aria-label={status === "confirmed" ? `Take back: ${claim}` : `Confirm: ${claim}`}
          >
            {status === "confirmed" ? "Take back" : "Confirm"}
          </ActionButton>
        )}
        <Button look="quiet" size="sm" aria-label={`Show in the text: ${claim}`} onClick={show}>
          Show
        </Button>
      </div>
    </li>
  );
}
