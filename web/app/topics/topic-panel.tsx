import { SidePanel } from "~/components/side-panel";
import { Badge } from "~/components/ui/badge";
import { DecisionButtons } from "./decision-buttons";
import { Scores } from "./scores";
import { type StrategyOption, TopicForm } from "./topic-form";
import { type Topic, topicStates } from "./topic";

type TopicPanelProps = {
  /** Absent for one that is about to be added. */
  topic?: Topic;
  strategies: StrategyOption[];
  mayWrite: boolean;
  /** The list it came from, as it was filtered. */
  listTo: string;
};

export function TopicPanel({ topic, strategies, mayWrite, listTo }: TopicPanelProps) {
  if (!topic)
    return (
      <SidePanel title="Add topic" about="It is chosen at once: you want it." closeTo={listTo}>
        <TopicForm strategies={strategies} />
      </SidePanel>
    );
  return (
    <SidePanel title={topic.title} about={<Badge>{topicStates[topic.status].name}</Badge>} closeTo={listTo}>
      <div className="grid gap-8">
        {mayWrite && topic.status !== "used" && (
          <div className="flex flex-wrap gap-2">
            <DecisionButtons topics={[topic]} action={listTo} />
          </div>
        )}
        <Scores topic={topic} />
        {!mayWrite && topic.scenario && <Moment scenario={topic.scenario} />}
        {mayWrite ? <TopicForm topic={topic} strategies={strategies} /> : <Details topic={topic} />}
      </div>
    </SidePanel>
  );
}

function Moment({ scenario }: { scenario: NonNullable<Topic["scenario"]> }) {
  const lines = [
    ["Situation", scenario.situation],
    ["They ask", scenario.question],
    ["Then they", scenario.nextStep],
  ];
  return (
    <section aria-label="The moment it is for">
      <h3 className="font-medium">{scenario.name}</h3>
      <dl className="mt-1 grid gap-1 text-13 text-muted">
        {lines
          .filter(([, text]) => text)
          .map(([name, text]) => (
            <div key={name}>
              <dt className="inline font-medium">{name}: </dt>
              <dd className="inline">{text}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function Details({ topic: { subheader, description, keywords, seoKeywords } }: { topic: Topic }) {
  const words = [...new Set([...keywords, ...seoKeywords])];
  return (
    <div className="grid gap-3">
      {subheader && <p>{subheader}</p>}
      {description && <p className="whitespace-pre-line text-muted">{description}</p>}
      {words.length > 0 && <p className="text-13 text-muted">Keywords: {words.join(", ")}</p>}
    </div>
  );
}
