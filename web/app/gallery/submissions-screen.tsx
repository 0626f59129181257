import { SubmissionPanel } from "~/forms/submissions/submission-panel";
import type { Submission, SubmittedFile, Summary } from "~/forms/submissions/submission";
import { SubmissionsView, type SubmissionsViewProps } from "~/forms/submissions/submissions-view";
import { withCommon } from "./common-states";
import { sampleDefinition, sampleForm } from "./sample-forms";

const answer: Submission = {
  id: "sub_1",
  state: "inbox",
  number: 128,
  spamReason: null,
  flags: [],
  leadId: "lead_1",
  answers: {
    name: "Nguyễn Thị Mai",
    email: "mai@saigonroasters.example",
    roast: "dark",
    machine: "A lever machine from 1978",
    cups: 320,
    likely: 9,
    address: { line1: "12 Harbour Road", city: "Lisbon", postalCode: "1100-148", country: "PT" },
    consent: true,
    old_question: "Asked last year",
  },
  consents: [{ key: "consent", text: "Northwind Coffee may write to me about this bag.", isGiven: true }],
  awaitsConfirmation: false,
  confirmedAt: null,
  origin: {
    via: "embed",
    page: "https://northwind.example/office",
    referrer: "https://www.linkedin.com/",
    language: "en",
    network: "203.0.113.0",
    utm: { source: "linkedin", campaign: "autumn" },
  },
  hasFiles: true,
  createdAt: "2026-11-21T09:12:00Z",
};
const others: Submission[] = [
  {
    ...answer,
    id: "sub_2",
    number: 127,
    answers: { email: "li@tea.example", cups: 40 },
    hasFiles: false,
    awaitsConfirmation: true,
  },
  { ...answer, id: "sub_3", number: 126, answers: {}, hasFiles: false, flags: ["limiter_down"] },
];
const spam: Submission[] = [
  {
    ...answer,
    id: "sub_4",
    state: "spam",
    number: null,
    leadId: null,
    spamReason: "honeypot",
    hasFiles: false,
  },
  {
    ...answer,
    id: "sub_5",
    state: "spam",
    number: null,
    leadId: null,
    spamReason: "disposable_address",
    hasFiles: false,
  },
];
const files: SubmittedFile[] = [
  { id: "fil_1", fieldKey: "photo", name: "our-bar.jpg", type: "image/jpeg", bytes: 2_400_000, url: "#" },
];
const summary: Summary = {
  kept: 1840,
  spam: { count: 12, isExact: true },
  lookedAt: 1000,
  drafts: { begun: 400, sent: 310 },
  questions: sampleDefinition.fields
    .filter(({ type }) => !["page_break", "hidden"].includes(type))
    .map(({ key, label, type, options }, index) => ({
      key,
      label,
      answered: 1000 - index * 60,
      values: options?.map((option, at) => ({ ...option, count: 500 - at * 160 })) ?? [],
      average: type === "scale" ? 7.42 : null,
      leftHere: key === "address" ? 61 : 0,
    })),
};

const nothing = () => undefined;
const shared: SubmissionsViewProps = {
  form: sampleForm,
  tab: "inbox",
  submissions: [answer, ...others],
  summary: null,
  formTo: "#",
  deleting: { leaving: new Set(), remove: nothing, undo: nothing },
  mayWrite: true,
  mayExport: true,
};

function panelOf(submission: Submission, mayContact = true) {
  return (
    <SubmissionPanel
      submission={{ ...submission, files }}
      definition={{
        ...sampleDefinition,
        fields: [...sampleDefinition.fields, { key: "photo", type: "file", label: "Your bar" }],
      }}
      closeTo="?state=success"
      leadTo={submission.leadId && "#"}
      mayWrite
      mayContact={mayContact}
    />
  );
}

export const submissionsScreen = withCommon("Answers", "read what visitors answered", {
  success: () => <SubmissionsView {...shared} />,
  deleted: () => (
    <SubmissionsView {...shared} deleting={{ ...shared.deleting, leaving: new Set(["sub_2"]) }} />
  ),
  empty: () => <SubmissionsView {...shared} submissions={[]} />,
  "empty-draft": () => (
    <SubmissionsView {...shared} form={{ ...sampleForm, state: "draft" }} submissions={[]} />
  ),
  spam: () => <SubmissionsView {...shared} tab="spam" submissions={spam} />,
  "no-spam": () => <SubmissionsView {...shared} tab="spam" submissions={[]} />,
  panel: () => (
    <SubmissionsView
      {...shared}
      panel={panelOf({ ...answer, answers: { ...answer.answers, photo: ["fil_1"] } })}
    />
  ),
  "panel-spam": () => (
    <SubmissionsView {...shared} tab="spam" submissions={spam} panel={panelOf(spam[0] ?? answer)} />
  ),
  "panel-without-contact": () => (
    <SubmissionsView
      {...shared}
      panel={panelOf({ ...answer, answers: { roast: "dark", cups: 320 } }, false)}
    />
  ),
  summary: () => <SubmissionsView {...shared} tab="summary" summary={summary} />,
  "summary-empty": () => (
    <SubmissionsView
      {...shared}
      tab="summary"
      summary={{ ...summary, kept: 0, lookedAt: 0, drafts: { begun: 0, sent: 0 } }}
    />
  ),
  "read-only": () => <SubmissionsView {...shared} mayWrite={false} mayExport={false} />,
});
