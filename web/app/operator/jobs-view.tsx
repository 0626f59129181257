import { ListChecks } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { Badge, type BadgeTone } from "~/components/ui/badge";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { LinkTabs } from "~/components/ui/tabs";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";

export type JobStatus = "pending" | "processing" | "completed" | "failed" | "retrying" | "discarded";

export type Job = {
  id: string;
  organizationId: string;
  queue: string;
  type: string;
  status: JobStatus;
  attempts: number;
  maxAttempts: number;
  runAt: string;
  completedAt: string | null;
  createdAt: string;
  /** What went wrong last. */
  error: string | null;
  /** Why it was given up. */
  deadLetterReason: string | null;
};

const states: Record<JobStatus, { name: string; tone: BadgeTone; empty: string }> = {
  failed: {
    name: "Failed",
    tone: "danger",
    empty: "Nothing failed for good. What does waits here until you run it again or discard it.",
  },
  retrying: { name: "Retrying", tone: "attention", empty: "Nothing is being tried again." },
  processing: { name: "Running", tone: "stream", empty: "Nothing runs at this moment." },
  pending: { name: "Waiting", tone: "neutral", empty: "Nothing waits for its time." },
  completed: { name: "Done", tone: "stream", empty: "Nothing was done yet." },
  discarded: { name: "Discarded", tone: "neutral", empty: "Nothing was discarded." },
};

export function isJobStatus(value: string | null): value is JobStatus {
  return value !== null && value in states;
}

const head = [
  { key: "job", name: "Job" },
  { key: "status", name: "State" },
  { key: "tries", name: "Tries" },
  { key: "time", name: "When" },
  { key: "actions", name: "Actions", hidden: true },
];

export function JobsView({ jobs, status, pages }: { jobs: Job[]; status?: JobStatus; pages?: ReactNode }) {
  return (
    <Page
      title="Jobs"
      about="Work that was promised: what waits, what runs, and what failed in spite of every try."
    >
      <div className="mb-4">
        <LinkTabs
          label="Jobs by state"
          tabs={[
            { to: "?", name: "All", isCurrent: status === undefined },
            ...Object.entries(states).map(([key, { name }]) => ({
              to: `?status=${key}`,
              name,
              isCurrent: key === status,
            })),
          ]}
        />
      </div>
      {jobs.length === 0 ? (
        <EmptyState icon={ListChecks} title={status ? `No jobs here` : "No jobs yet"}>
          {status
            ? states[status].empty
            : "Mail to send, pages to read, pieces to write: each becomes a line here."}
        </EmptyState>
      ) : (
        <Table caption="Jobs" head={head}>
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </Table>
      )}
      {pages}
    </Page>
  );
}

function JobRow({ job }: { job: Job }) {
  const { name, tone } = states[job.status];
  const reason = job.deadLetterReason ?? job.error;
  return (
    <Row>
      <LeadCell>
        <span className="font-medium">{job.type}</span>
        <span className="block font-mono text-12 break-all text-muted">{job.id}</span>
        {reason && <span className="mt-0.5 block max-w-xl text-13 text-muted">{reason}</span>}
      </LeadCell>
      <Cell label="State">
        <Badge tone={tone}>{name}</Badge>
      </Cell>
      <Cell label="Tries">
        {job.attempts} of {job.maxAttempts}
      </Cell>
      <Cell>
        <RelativeTime at={job.completedAt ?? job.runAt} />
      </Cell>
      <Cell actions>
        {job.status === "failed" && (
          <span className="inline-flex gap-1">
            <ActionButton
              intent="replay"
              fields={{ id: job.id }}
              size="sm"
              look="quiet"
              aria-label={`Run again: ${job.type}`}
            >
              Run again
            </ActionButton>
            <ActionButton
              intent="discard"
              fields={{ id: job.id }}
              size="sm"
              look="quiet"
              aria-label={`Discard ${job.type}`}
            >
              Discard
            </ActionButton>
          </span>
        )}
      </Cell>
    </Row>
  );
}
