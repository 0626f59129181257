import { ActionButton } from "~/form/action-button";
import type { TopicDecision } from "~/schemas/topic";
import type { Topic } from "./topic";

const decisions: Record<TopicDecision, { name: string; from: readonly Topic["status"][] }> = {
  chosen: { name: "Choose", from: ["suggested", "rejected"] },
  rejected: { name: "Reject", from: ["suggested", "chosen"] },
  suggested: { name: "Put back", from: ["chosen", "rejected"] },
};

/** What may become of topics that all stand where the first one stands. */
export function DecisionButtons({ topics, action }: { topics: Topic[]; action?: string }) {
  const [first] = topics;
  if (!first) return null;
  const what = topics.length === 1 ? `“${first.title}”` : `${topics.length} topics`;
  const fields = {
    business: first.businessId,
    ids: topics.map(({ id }) => id).join(","),
    was: first.status,
    name: topics.length === 1 ? first.title : "",
  };
  return Object.entries(decisions)
    .filter(([, { from }]) => from.includes(first.status))
    .map(([status, { name }]) => (
      <ActionButton
        key={status}
        intent="decide"
        action={action}
        fields={{ ...fields, status }}
        size="sm"
        look={status === "chosen" ? "secondary" : "quiet"}
        aria-label={`${name} ${what}`}
      >
        {name}
      </ActionButton>
    ));
}
