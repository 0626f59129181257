import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { buttonLook } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { LinkButton } from "~/components/ui/link-button";
import { Progress } from "~/components/ui/progress";
import { ExactTime, RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { useLocale } from "~/locale";
import { formatNumber } from "~/words/format";
import type { LeadImport } from "./import";

export type ReportViewProps = { file: LeadImport; mayUndo: boolean; now: number; leadsTo: string };

/** How far an import is, then what came of it. */
export function ReportView({ file, mayUndo, now, leadsTo }: ReportViewProps) {
  const { id, status, failed, undoUntil } = file;
  const isUnderWay = status === "running" || status === "undoing" || status === "uploading";
  const isDone = status === "completed" || status === "stopped" || status === "failed";
  const isOpen = undoUntil !== null && Date.parse(undoUntil) > now;
  return (
    <Page
      title={file.fileName}
      back={{ to: `${leadsTo}/import`, name: "Imports" }}
      about={<About {...file} />}
    >
      <div role="status" className="max-w-2xl">
        {isUnderWay && <UnderWay file={file} />}
        {status === "failed" && (
          <Callout tone="danger" title="It came to an end before its time" className="mb-5">
            {file.errorMessage}
          </Callout>
        )}
        <Counts file={file} />
      </div>
      <div className="mt-6 flex flex-wrap gap-2">
        {status === "running" && (
          <ActionButton intent="stop" look="secondary">
            Stop
          </ActionButton>
        )}
        {!isUnderWay && (
          <LinkButton to={leadsTo} look="primary">
            See the leads
          </LinkButton>
        )}
        {failed > 0 && isOpen && (
          <a href={`${leadsTo}/import/${id}/refused`} download className={buttonLook({ look: "secondary" })}>
            Download the refused rows
          </a>
        )}
        {isDone && isOpen && mayUndo && (
          <ActionButton intent="undo" look="quiet">
            Undo this import
          </ActionButton>
        )}
      </div>
      {isDone && isOpen && (
        <p className="mt-3 max-w-prose text-13 text-muted">
          Undoing deletes the leads that it made and gives back what it changed; whatever somebody has changed
          since stays. It can be undone until <ExactTime at={undoUntil} />, and the refused rows are kept as
          long.
        </p>
      )}
    </Page>
  );
}

function About({ status, rows, startedAt, finishedAt }: LeadImport) {
  const locale = useLocale();
  const count = `${formatNumber(rows, locale)} rows`;
  if (status === "running") return <>{count}. You can leave this page: it goes on by itself.</>;
  const at = finishedAt ?? startedAt;
  return (
    <>
      {count}
      {at && (
        <>
          , imported <RelativeTime at={at} />
          {status === "undone" && " and taken back since"}
        </>
      )}
    </>
  );
}

function UnderWay({
  file: { status, rows, done, created, updated, removed, restored, kept },
}: {
  file: LeadImport;
}) {
  const locale = useLocale();
  const isUndoing = status === "undoing";
  const [at, of] = isUndoing ? [removed + restored + kept, created + updated] : [done, rows];
  const text = isUndoing
    ? `${formatNumber(at, locale)} of ${formatNumber(of, locale)} leads looked at`
    : `${formatNumber(at, locale)} of ${formatNumber(of, locale)} rows`;
  return (
    <div className="mb-6 grid gap-2">
      <p>{text}</p>
      <Progress label={isUndoing ? "Undoing" : "Importing"} value={at} max={of} text={text} />
    </div>
  );
}

function Counts({ file }: { file: LeadImport }) {
  const wasUndone = file.status === "undoing" || file.status === "undone";
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 border-y border-line py-5 sm:grid-cols-4">
      <Count name="New leads" value={file.created} />
      <Count name="Changed" value={file.updated} />
      <Count name="Left as they were" value={file.skipped} />
      <Count name="Refused" value={file.failed} />
      {wasUndone && (
        <>
          <Count name="Deleted again" value={file.removed} />
          <Count name="Given back" value={file.restored} />
          <Count name="Changed since, so kept" value={file.kept} />
        </>
      )}
    </dl>
  );
}

function Count({ name, value }: { name: ReactNode; value: number }) {
  const locale = useLocale();
  return (
    <div>
      <dt className="text-12 text-muted">{name}</dt>
      <dd className="text-20 font-semibold tabular-nums">{formatNumber(value, locale)}</dd>
    </div>
  );
}
