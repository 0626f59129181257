import type { ReactNode } from "react";
import { Page } from "~/components/page";
import type { Conversation } from "~/conversations/conversation";
import { ConversationsView, type ConversationsViewProps } from "~/conversations/conversations-view";
import { CorrectionForm } from "~/conversations/correction-form";
import { RecordForm } from "~/conversations/record-form";
import { HouseContext } from "~/leads/house";
import { withCommon } from "./common-states";
import { sampleHouse } from "./sample-leads";

const content =
  "Thank you for the samples.\nHow much would 40 kg a month cost? We also talk to Bean Brothers.";

function shownBy(quote: string, confidence = 0.65) {
  const start = content.indexOf(quote);
  return { confidence, evidence: [{ quote, start, end: start + quote.length }] };
}

const message: Conversation = {
  id: "con_1",
  leadId: "lead_1",
  activityId: null,
  threadId: "one",
  externalId: null,
  direction: "inbound",
  channel: "email",
  subject: "Samples and prices",
  content,
  recordedBy: "usr_1",
  occurredAt: "2027-03-09T09:00:00Z",
  analysisStatus: "completed",
  analysisError: null,
  analyzedAt: "2027-03-09T09:00:05Z",
  analyzedBy: "built-in-writer-1",
  language: "en",
  sentiment: { overall: "positive", emotions: ["gratitude"], ...shownBy("Thank you for the samples.") },
  intent: { primary: "ask_price", urgency: "medium", ...shownBy("How much would 40 kg a month cost?") },
  topics: [{ name: "Samples", ...shownBy("samples") }],
  entities: [{ type: "competitor", text: "Bean Brothers", ...shownBy("Bean Brothers", 0.7) }],
  buyingSignals: [{ kind: "asks_price", ...shownBy("How much would 40 kg a month cost?") }],
  corrected: ["intent"],
  correctedBy: "usr_1",
  correctedAt: "2027-03-09T10:00:00Z",
  createdAt: "2027-03-09T09:00:00Z",
};

const nothingFound = {
  sentiment: null,
  intent: null,
  topics: [],
  entities: [],
  buyingSignals: [],
  corrected: [],
};
const done = () => Promise.resolve(true);
const idle = () => undefined;

const shared: ConversationsViewProps = {
  threads: [
    {
      threadId: "one",
      subject: "Samples and prices",
      channel: "email",
      count: 2,
      lastAt: "2027-03-09T09:00:00Z",
      lastDirection: "inbound",
      sentiment: "positive",
    },
    {
      threadId: "two",
      subject: "",
      channel: "phone",
      count: 1,
      lastAt: "2027-03-01T09:00:00Z",
      lastDirection: "outbound",
      sentiment: null,
    },
  ],
  messages: [
    message,
    { ...message, id: "con_5", language: "de", corrected: [] },
    { ...message, ...nothingFound, id: "con_6", language: "und" },
    { ...message, ...nothingFound, id: "con_2", direction: "outbound", analysisStatus: "off" },
    { ...message, ...nothingFound, id: "con_3", channel: "phone", subject: "", analysisStatus: "pending" },
    {
      ...message,
      ...nothingFound,
      id: "con_4",
      analysisStatus: "failed",
      analysisError: "The writing service does not answer.",
    },
  ],
  openThread: "one",
  threadTo: () => "#",
  acts: { record: done, correct: done, analyze: idle, remove: () => Promise.resolve() },
};

function onPage(children: ReactNode) {
  return (
    <Page title="Zoë Nakamura">
      <HouseContext.Provider value={sampleHouse}>{children}</HouseContext.Provider>
    </Page>
  );
}

export const conversationsScreen = withCommon("Conversations", "see conversations", {
  success: () => onPage(<ConversationsView {...shared} />),
  empty: () => onPage(<ConversationsView {...shared} threads={[]} messages={[]} openThread={null} />),
  recording: () => onPage(<RecordForm threadId={null} onSave={done} onClose={idle} />),
  correcting: () => onPage(<CorrectionForm message={message} onSave={done} onClose={idle} />),
});
