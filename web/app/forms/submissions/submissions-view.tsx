import { Download, Inbox, ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { LinkTabs } from "~/components/ui/tabs";
import type { Form } from "../form";
import type { Summary } from "./submission";
import { type ListProps, SubmissionList } from "./submission-list";
import { SummaryPart } from "./summary-part";

export type SubmissionsViewProps = ListProps & {
  /** Only where it is looked at. */
  summary: Summary | null;
  mayExport: boolean;
  pages?: ReactNode;
  panel?: ReactNode;
};

/** What visitors answered: what is kept, what is held apart as spam, and where people stop. */
export function SubmissionsView(props: SubmissionsViewProps) {
  const { form, tab, formTo, mayExport, pages, panel } = props;
  return (
    <Page
      title={`Answers to “${form.name}”`}
      back={{ to: formTo, name: form.name }}
      action={
        mayExport && (
          <LinkButton to={`${formTo}/submissions/export`} reloadDocument prefetch="none">
            <Download aria-hidden />
            Download CSV
          </LinkButton>
        )
      }
    >
      <LinkTabs
        label="Answers"
        tabs={[
          { to: `${formTo}/submissions`, name: "Inbox", isCurrent: tab === "inbox" },
          { to: `${formTo}/submissions?tab=spam`, name: "Spam", isCurrent: tab === "spam" },
          {
            to: `${formTo}/submissions?tab=summary`,
            name: "Question by question",
            isCurrent: tab === "summary",
          },
        ]}
      />
      <Inside {...props} />
      {pages}
      {panel}
    </Page>
  );
}

function Inside(props: SubmissionsViewProps) {
  const { tab, submissions, summary, form } = props;
  if (tab === "summary") return summary && <SummaryPart summary={summary} />;
  if (submissions.length > 0) return <SubmissionList {...props} />;
  return (
    <div className="mt-8">
      {tab === "spam" ? <NoSpam /> : <NoAnswers state={form.state} formTo={props.formTo} />}
    </div>
  );
}

function NoSpam() {
  return (
    <EmptyState icon={ShieldAlert} title="No spam">
      What looks like spam is held here with its reason, and can be released. Nothing is thrown away.
    </EmptyState>
  );
}

function NoAnswers({ state, formTo }: { state: Form["state"]; formTo: string }) {
  return (
    <EmptyState
      icon={Inbox}
      title="No answers yet"
      action={<LinkButton to={formTo}>Open the form</LinkButton>}
    >
      {state === "published"
        ? "Each answer stands here the moment it is sent. Share the form to get the first one."
        : "Publish the form and share it: each answer stands here the moment it is sent."}
    </EmptyState>
  );
}
