import { Link } from "@remix-run/react";
import { Paperclip } from "lucide-react";
import { useRef } from "react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton, useLeaving } from "~/form/action-button";
import { useRowKeys } from "~/topics/row-keys";
import type { Form } from "../form";
import { reasonWords, restOf, type Submission, viaWords, whoSent } from "./submission";
import type { DeferredDelete } from "./use-deferred-delete";

export type SubmissionsTab = "inbox" | "spam" | "summary";

export type ListProps = {
  form: Pick<Form, "id" | "name" | "state" | "definition">;
  tab: SubmissionsTab;
  submissions: Submission[];
  formTo: string;
  deleting: DeferredDelete;
  mayWrite: boolean;
};

export function SubmissionList(props: ListProps) {
  const { submissions, tab } = props;
  const list = useRef<HTMLUListElement>(null);
  const released = useLeaving("release");
  const marked = useLeaving("mark");
  useRowKeys(list);
  return (
    <ul ref={list} aria-label={tab === "spam" ? "Spam" : "Answers"}>
      {submissions.map((submission) => (
        <SubmissionRow
          key={submission.id}
          submission={submission}
          hidden={released.has(submission.id) || marked.has(submission.id)}
          {...props}
        />
      ))}
    </ul>
  );
}

type SubmissionRowProps = ListProps & { submission: Submission; hidden: boolean };

function SubmissionRow({ submission, hidden, ...props }: SubmissionRowProps) {
  const { form, formTo, tab, deleting, mayWrite } = props;
  const { id, number, spamReason, origin, createdAt, hasFiles } = submission;
  const who = whoSent(submission, form.definition) ?? `Answer ${number ?? ""}`.trim();
  if (deleting.leaving.has(id))
    return (
      <li className="flex min-h-11 items-center gap-3 border-b border-line px-1 text-muted">
        <span role="status" className="min-w-0 flex-1 truncate">
          Deleted: {who}
        </span>
        <Button size="sm" onClick={() => deleting.undo(id)}>
          Undo
        </Button>
      </li>
    );
  return (
    <li
      hidden={hidden}
      className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line px-1 py-2.5 hover:bg-sunken [&[hidden]]:hidden"
    >
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-2">
          <Link
            to={`${formTo}/submissions/${id}${tab === "spam" ? "?tab=spam" : ""}`}
            prefetch="intent"
            preventScrollReset
            data-row={id}
            className="rounded-4 font-medium break-words hover:underline"
          >
            {who}
          </Link>
          {hasFiles && <Paperclip aria-label="With files" className="size-3.5 text-muted" />}
          {submission.awaitsConfirmation && <Badge tone="attention">Not confirmed</Badge>}
        </p>
        <p className="line-clamp-1 text-13 text-muted">{restOf(submission, form.definition)}</p>
        {spamReason && <p className="text-13 text-attention">{reasonWords[spamReason]}</p>}
      </div>
      <p className="text-13 text-muted sm:w-44 sm:text-right">
        <RelativeTime at={createdAt} />
        <span className="block max-sm:ml-2 max-sm:inline">{viaWords[origin.via]}</span>
      </p>
      {mayWrite && (
        <div className="flex gap-1">
          <Decide submission={submission} who={who} />
          <Button size="sm" look="quiet" aria-label={`Delete ${who}`} onClick={() => deleting.remove(id)}>
            Delete
          </Button>
        </div>
      )}
    </li>
  );
}

/** Held apart or let in, as a person decides; either can be taken back. */
export function Decide({ submission: { id, state }, who }: { submission: Submission; who: string }) {
  const isSpam = state === "spam";
  return (
    <ActionButton
      intent={isSpam ? "release" : "mark"}
      fields={{ id }}
      size="sm"
      look="quiet"
      aria-label={isSpam ? `Release ${who}` : `Mark as spam: ${who}`}
    >
      {isSpam ? "Release" : "Mark as spam"}
    </ActionButton>
  );
}
