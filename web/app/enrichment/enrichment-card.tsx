import { Fragment } from "react";
import { Button } from "~/components/ui/button";
import { RelativeTime } from "~/components/ui/time";
import { useFrame } from "~/frame/frame-data";
import { Card } from "~/leads/page/card";
import type { LeadCardProps } from "~/leads/page/lead-card";
import { type CardRead, useCard } from "~/leads/page/use-card";
import { notify } from "~/toasts/notify";

type Field =
  | "companyName"
  | "description"
  | "industry"
  | "phone"
  | "address"
  | "language"
  | "technology"
  | "socialProfile";
type Finding = { field: Field; value: string; url: string; confidence: number };

export type EnrichmentAnswer = {
  enrichment: {
    status: "queued" | "running" | "completed" | "failed";
    domain: string;
    findings: Finding[];
    filled: string[];
    errorMessage: string | null;
    createdAt: string;
    finishedAt: string | null;
  } | null;
};

const fieldWords: Record<Field, string> = {
  companyName: "Calls itself",
  description: "Says of itself",
  industry: "Industry",
  phone: "Phone",
  address: "Address",
  language: "Language",
  technology: "Made with",
  socialProfile: "Elsewhere",
};

/** What the company's own website says, read when somebody asks for it. */
export function EnrichmentCard({ leadTo }: LeadCardProps) {
  const address = `${leadTo}/enrichment`;
  const card = useCard<EnrichmentAnswer>(address);
  const mayWrite = useFrame().permissions.includes("leads:write");
  async function ask(): Promise<void> {
    const message = await request(address);
    if (message) notify({ id: `enrichment ${address}`, message, tone: "failed" });
    card.again();
  }
  return <EnrichmentCardView {...card} onAsk={mayWrite ? () => void ask() : undefined} />;
}

/** What went wrong, in words; null where it was taken on. */
async function request(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { method: "POST", signal: AbortSignal.timeout(20_000) });
    // safe: the action of that address answers so
    return ((await response.json()) as { message: string | null }).message;
  } catch {
    return "No answer came. Try again.";
  }
}

type ViewProps = Pick<CardRead<EnrichmentAnswer>, "read" | "again"> & { onAsk?: (() => void) | undefined };

export function EnrichmentCardView({ read, again, onAsk }: ViewProps) {
  const looked = read.state === "ready" ? read.value.enrichment : null;
  const isLooking = looked?.status === "queued" || looked?.status === "running";
  const action = onAsk && read.state === "ready" && (
    <Button look="quiet" size="sm" onClick={onAsk} pending={isLooking}>
      {looked === null ? "Look it up" : "Look again"}
    </Button>
  );
  return (
    <Card title="From their website" read={read} again={again} action={action}>
      {({ enrichment }) => (enrichment === null ? <NotYet /> : <Look enrichment={enrichment} />)}
    </Card>
  );
}

function NotYet() {
  return <p className="text-13 text-muted">What their company says of itself in public can be read here.</p>;
}

function Look({ enrichment }: { enrichment: NonNullable<EnrichmentAnswer["enrichment"]> }) {
  const { status, domain, findings, filled, errorMessage, finishedAt } = enrichment;
  if (status === "queued" || status === "running")
    return (
      <p role="status" className="text-13 text-muted">
        Reading {domain}…
      </p>
    );
  if (status === "failed") return <p className="text-13 text-muted">{errorMessage}</p>;
  const groups = Map.groupBy(findings, ({ field }) => field);
  return (
    <>
      {findings.length === 0 && (
        <p className="text-13 text-muted">{domain} says nothing that could be kept.</p>
      )}
      <dl className="grid grid-cols-[7rem_1fr] gap-x-3 gap-y-1 text-13">
        {[...groups].map(([field, all]) => (
          <Fragment key={field}>
            <dt className="text-muted">{fieldWords[field]}</dt>
            <dd className="min-w-0 break-words">
              {field === "technology" ? names(all) : <Sayings all={all} />}
            </dd>
          </Fragment>
        ))}
      </dl>
      <p className="mt-2 text-12 text-muted">
        {domain}
        {finishedAt && (
          <>
            , <RelativeTime at={finishedAt} />
          </>
        )}
        {filled.includes("website") && ". The website was filled in."}
      </p>
    </>
  );
}

function names(all: readonly Finding[]): string {
  return all.map(({ value }) => value).join(", ");
}

/** Each with the page that says it. Addresses that pages name are shown, and followed only where they are plain web addresses. */
function Sayings({ all }: { all: readonly Finding[] }) {
  return all.map(({ value, url, field }) => {
    const to = field === "socialProfile" ? value : url;
    return (
      <p key={value}>
        {/^https?:\/\//.test(to) ? (
          <a href={to} target="_blank" rel="noreferrer nofollow" className="link">
            {value}
          </a>
        ) : (
          value
        )}
      </p>
    );
  });
}
