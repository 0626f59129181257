import { Link } from "@remix-run/react";
import { FileText } from "lucide-react";
import type { ReactNode } from "react";
import { SidePanel } from "~/components/side-panel";
import { Callout } from "~/components/ui/callout";
import { ExactTime } from "~/components/ui/time";
import type { Definition } from "../definition";
import {
  flagWords,
  reasonWords,
  sayAnswer,
  type Submission,
  type SubmittedFile,
  viaWords,
  whoSent,
} from "./submission";
import { Decide } from "./submission-list";

type SubmissionPanelProps = {
  submission: Submission & { files: SubmittedFile[] };
  definition: Definition;
  closeTo: string;
  /** Where its lead is, where one may look at leads. */
  leadTo: string | null;
  mayWrite: boolean;
  mayContact: boolean;
};

/** Everything that one visitor sent, with where it came from. */
export function SubmissionPanel(props: SubmissionPanelProps) {
  const { submission, definition, closeTo, leadTo, mayWrite, mayContact } = props;
  const { number, createdAt, spamReason, flags } = submission;
  const who = whoSent(submission, definition) ?? "An answer";
  return (
    <SidePanel
      title={who}
      about={
        <>
          {number !== null && `Answer ${number}, `}
          <ExactTime at={createdAt} />
        </>
      }
      closeTo={closeTo}
    >
      {spamReason && (
        <Callout tone="attention" className="mb-4" title="Held apart as spam">
          {reasonWords[spamReason]}.
        </Callout>
      )}
      {flags.map((flag) => (
        <Callout key={flag} className="mb-4">
          {flagWords[flag]}
        </Callout>
      ))}
      <div className="mb-4 flex flex-wrap gap-2">
        {leadTo && (
          <Link to={leadTo} prefetch="intent" className="link self-center">
            See the lead
          </Link>
        )}
        {mayWrite && <Decide submission={submission} who={who} />}
      </div>
      <Answers submission={submission} definition={definition} />
      {!mayContact && (
        <p className="mt-3 text-13 text-muted">
          Your role does not show how to reach people, so those answers are left out.
        </p>
      )}
      <Consents submission={submission} />
      <Origin submission={submission} />
    </SidePanel>
  );
}

function Entry({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="border-t border-line py-2">
      <dt className="text-13 text-muted">{name}</dt>
      <dd className="break-words whitespace-pre-line">{children}</dd>
    </div>
  );
}

function Answers({ submission, definition }: Pick<SubmissionPanelProps, "submission" | "definition">) {
  const known = definition.fields.filter(({ key, type }) => key in submission.answers && type !== "consent");
  const keys = new Set(definition.fields.map(({ key }) => key));
  const others = Object.keys(submission.answers).filter((key) => !keys.has(key));
  return (
    <dl>
      {known.map((field) => (
        <Entry key={field.key} name={field.label || field.key}>
          {field.type === "file" ? (
            <Files files={submission.files.filter(({ fieldKey }) => fieldKey === field.key)} />
          ) : (
            sayAnswer(submission.answers[field.key], field) || "—"
          )}
        </Entry>
      ))}
      {others.map((key) => (
        <Entry key={key} name={`${key} (asked no more)`}>
          {sayAnswer(submission.answers[key], undefined) || "—"}
        </Entry>
      ))}
    </dl>
  );
}

function Files({ files }: { files: SubmittedFile[] }) {
  if (files.length === 0) return "—";
  return (
    <ul>
      {files.map(({ id, name, bytes, url }) => (
        <li key={id}>
          <a href={url} className="link inline-flex items-center gap-1.5" rel="noreferrer" download>
            <FileText aria-hidden className="size-4 shrink-0" />
            {name}
          </a>{" "}
          <span className="text-13 text-muted">{sizeOf(bytes)}</span>
        </li>
      ))}
    </ul>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 100_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function Consents({
  submission: { consents, awaitsConfirmation, confirmedAt },
}: Pick<SubmissionPanelProps, "submission">) {
  if (consents.length === 0) return null;
  return (
    <section aria-label="Consent" className="mt-4">
      <h3 className="font-semibold">Consent</h3>
      <dl className="mt-2">
        {consents.map(({ key, text, isGiven }) => (
          <Entry key={key} name={isGiven ? "Agreed to" : "Not agreed to"}>
            {text}
          </Entry>
        ))}
        {awaitsConfirmation && (
          <Entry name="Confirmed">Not yet: the link in the email was not followed.</Entry>
        )}
        {confirmedAt && (
          <Entry name="Confirmed">
            <ExactTime at={confirmedAt} />
          </Entry>
        )}
      </dl>
    </section>
  );
}

function Origin({ submission: { origin } }: Pick<SubmissionPanelProps, "submission">) {
  const entries: [string, string | null][] = [
    ["Sent from", viaWords[origin.via]],
    ["Page", origin.page],
    ["Came from", origin.referrer],
    ["Language", origin.language],
    ["Network", origin.network],
    ...Object.entries(origin.utm).map(([name, value]): [string, string] => [`utm_${name}`, value]),
  ];
  return (
    <section aria-label="Where it came from" className="mt-4">
      <h3 className="font-semibold">Where it came from</h3>
      <dl className="mt-2">
        {entries.flatMap(([name, value]) =>
          value ? (
            <Entry key={name} name={name}>
              {value}
            </Entry>
          ) : (
            []
          ),
        )}
      </dl>
    </section>
  );
}
