import type { components } from "../../../sdk";

export type Topic = components["schemas"]["Topic"];
export type TopicStatus = Topic["status"];
export type BusinessOption = { id: string; name: string };

export const topicStates: Record<TopicStatus, { name: string; title: string; empty: string }> = {
  suggested: {
    name: "Suggested",
    title: "Nothing waits for your decision",
    empty: "Ideas that were suggested for this business stand here until you choose or reject them.",
  },
  chosen: {
    name: "Chosen",
    title: "No topic is chosen yet",
    empty: "What you choose stands here, ready for the next bundle.",
  },
  rejected: {
    name: "Rejected",
    title: "Nothing is rejected",
    empty: "What you turn down stands here, so that it is not suggested again and can be taken back.",
  },
  used: {
    name: "Used",
    title: "No bundle has used a topic yet",
    empty: "Once a bundle is written about a topic, it stands here.",
  },
};

export function isTopicStatus(value: string | null): value is TopicStatus {
  return value !== null && value in topicStates;
}
