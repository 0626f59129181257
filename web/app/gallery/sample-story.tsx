import { type StoryEntry, type StoryKind, storyParts } from "~/leads/story/story";
import { StoryView } from "~/leads/story/story-view";

const nothing = () => undefined;

function entry(step: number, at: string, kind: StoryKind, title: string, part: Partial<StoryEntry> = {}) {
  return {
    id: `fct_${step}`,
    at,
    kind,
    title,
    about: "",
    by: "",
    to: null,
    activityId: null,
    step,
    sincePrevious: 3_600_000,
    ...part,
  };
}

const words =
  "Asked whether the grinder stays if they pause over the summer, and who pays for the service. ".repeat(5);

const entries: StoryEntry[] = [
  entry(6, "2027-03-12T15:00:00Z", "stage", "Moved from Contacted to Qualified", { by: "Inés Moreno" }),
  entry(5, "2027-03-12T14:30:00Z", "activity", "Call · Reached", {
    about: words,
    by: "Inés Moreno",
    activityId: "act_9",
    sincePrevious: 21 * 86_400_000,
  }),
  entry(4, "2027-02-18T10:00:00Z", "submission", "Sent the form “Wholesale enquiry”", { to: "forms/frm_1" }),
  entry(3, "2027-02-18T09:58:00Z", "web", "Looked at “Coffee for offices”", {
    about: "https://northwind.example/office",
  }),
  entry(2, "2027-02-01T09:00:00Z", "lead", "Became a lead"),
  entry(1, "2027-01-20T18:00:00Z", "touch", "Came from LinkedIn, campaign “office-coffee”", {
    sincePrevious: null,
  }),
];

type SampleProps = { state: "here" | "coming" | "failed" | "empty" };

/** Made up, for the gallery only. */
export function SampleStory({ state }: SampleProps) {
  const page = {
    here: { entries, nextCursor: "more" },
    empty: { entries: [], nextCursor: null },
    coming: null,
    failed: null,
  }[state];
  return (
    <StoryView
      story={{
        page,
        hasFailed: state === "failed",
        isReadingEarlier: false,
        earlier: nothing,
        again: nothing,
      }}
      part={storyParts[0].name}
      mayContact
      home="#"
      acts={{ remove: nothing }}
    />
  );
}
