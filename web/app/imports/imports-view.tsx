import { Link } from "@remix-run/react";
import { FileSpreadsheet, Upload as UploadIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { Badge, type BadgeTone } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { Progress } from "~/components/ui/progress";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { useLocale } from "~/locale";
import { formatNumber, formatPercent } from "~/words/format";
import { type LeadImport, stateNames } from "./import";
import type { Upload } from "./use-upload";

/** With whoever asked for it, and for its undoing. */
export type ToldImport = LeadImport & { by: string; takenBackBy: string | null };

export type ImportsViewProps = {
  imports: readonly ToldImport[];
  upload: Upload;
  leadsTo: string;
  onFile(file: File): void;
  onCancel(): void;
  pages?: ReactNode;
};

/** Where a file comes in, and what became of those before it. */
export function ImportsView({ imports, upload, leadsTo, onFile, onCancel, pages }: ImportsViewProps) {
  return (
    <Page
      title="Import leads"
      back={{ to: leadsTo, name: "Leads" }}
      about="From a CSV file as spreadsheets write it, up to 100,000 rows or 50 MB. You see what becomes of it before anything is written, and can undo it for a week."
    >
      {upload.state === "refused" && (
        <Callout tone="danger" role="alert" title="This file cannot be read" className="mb-4">
          {upload.message}
        </Callout>
      )}
      {upload.state === "sending" ? (
        <Sending {...upload} onCancel={onCancel} />
      ) : (
        <DropPlace action={`${leadsTo}/import/upload`} onFile={onFile} />
      )}
      {imports.length > 0 && <History imports={imports} leadsTo={leadsTo} />}
      {pages}
    </Page>
  );
}

/** The browser's own file field fills the whole place, so that a file is dropped on it like on any other. */
function DropPlace({ action, onFile }: { action: string; onFile(file: File): void }) {
  return (
    <form method="post" action={action} encType="multipart/form-data">
      <div
        data-ground
        className="relative grid justify-items-start gap-3 rounded-8 border border-dashed border-edge p-6 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-stream hover:bg-sunken"
      >
        <UploadIcon aria-hidden className="size-5 text-stream-ink" />
        <label htmlFor="file" className="font-medium">
          Choose a CSV file, or drop it here
        </label>
        <p id="file-hint" className="text-13 text-muted">
          From Excel or Google Sheets: save as CSV. Nothing is imported yet when the file has come in.
        </p>
        <input
          id="file"
          name="file"
          type="file"
          required
          aria-describedby="file-hint"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) onFile(file);
          }}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
        />
      </div>
      <noscript>
        <Button type="submit" look="primary" className="mt-3">
          Bring the file in
        </Button>
      </noscript>
    </form>
  );
}

function Sending({ name, share, onCancel }: { name: string; share: number; onCancel(): void }) {
  const locale = useLocale();
  const percent = Math.round(share * 100);
  const text = share < 1 ? `${formatPercent(share, locale)} of ${name} has come in` : `${name} is being read`;
  return (
    <div data-ground className="grid gap-3 rounded-8 border border-line p-6" role="status">
      <p className="break-words">{text}</p>
      <Progress label="Upload" value={percent} max={100} text={text} />
      <div>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

const head = [
  { key: "file", name: "File" },
  { key: "state", name: "State" },
  { key: "made", name: "New", align: "right" as const },
  { key: "changed", name: "Changed", align: "right" as const },
  { key: "refused", name: "Refused", align: "right" as const },
  { key: "by", name: "By" },
  { key: "when", name: "When" },
];

const tones: Partial<Record<LeadImport["status"], BadgeTone>> = {
  ready: "attention",
  running: "stream",
  undoing: "stream",
  failed: "danger",
};

function History({ imports, leadsTo }: Pick<ImportsViewProps, "imports" | "leadsTo">) {
  const locale = useLocale();
  return (
    <section className="mt-10" aria-labelledby="history">
      <h2 id="history" className="mb-2 font-semibold">
        Imports so far
      </h2>
      <Table caption="Imports" head={head}>
        {imports.map(({ id, fileName, status, created, updated, failed, by, takenBackBy, createdAt }) => (
          <Row key={id}>
            <LeadCell>
              <Link
                to={`${leadsTo}/import/${id}`}
                prefetch="intent"
                className="inline-flex items-center gap-2 font-medium hover:underline"
              >
                <FileSpreadsheet aria-hidden className="size-4 shrink-0 text-muted" />
                <span className="wrap-anywhere">{fileName}</span>
              </Link>
            </LeadCell>
            <Cell label="State">
              <Badge tone={tones[status] ?? "neutral"}>{stateNames[status]}</Badge>
            </Cell>
            <Cell label="New" align="right">
              {formatNumber(created, locale)}
            </Cell>
            <Cell label="Changed" align="right">
              {formatNumber(updated, locale)}
            </Cell>
            <Cell label="Refused" align="right">
              {formatNumber(failed, locale)}
            </Cell>
            <Cell label="By">
              {by}
              {takenBackBy && <span className="block text-12 text-muted">Undone by {takenBackBy}</span>}
            </Cell>
            <Cell label="When">
              <RelativeTime at={createdAt} />
            </Cell>
          </Row>
        ))}
      </Table>
    </section>
  );
}
