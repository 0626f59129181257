import { useState } from "react";
import { Composer } from "~/activities/composer";
import { type Composed, emptyDraft } from "~/activities/draft";
import { LeadTasks } from "~/activities/lead-work";
import { sampleHouse } from "./sample-leads";
import { sampleTasks } from "./tasks-screen";

const readAt = Date.parse("2027-03-28T09:00:00Z");

/** What is to be done about a lead, and what is being written down. */
export function SampleWork({ type }: { type: Composed }) {
  const [draft, setDraft] = useState(() => emptyDraft(type, "usr_1"));
  return (
    <>
      <LeadTasks
        tasks={sampleTasks}
        colleagues={sampleHouse.colleagues}
        mayWrite
        readAt={readAt}
        onAct={() => undefined}
      />
      <Composer
        colleagues={sampleHouse.colleagues}
        myId="usr_1"
        mayContact
        draft={draft}
        onDraft={setDraft}
        onSend={async () => "No answer came. Your words are still here: try again."}
      />
    </>
  );
}
