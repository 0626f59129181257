import type { Reactions } from "./kernel/context";
import type { FactDraft, JobDraft } from "./kernel/spine";

/** What follows from each fact. A domain never calls a domain above it: it writes a fact, and this page says who reacts. */
export const reactions: Reactions = {
  jobsFor: (fact) => follow[fact.type]?.(fact) ?? [],
  messagesFor: (fact) => [
    {
      room: fact.organizationId,
      message: { type: fact.type, data: { subjectId: fact.subjectId, ...fact.data } },
    },
  ],
};

const follow: Record<string, (fact: FactDraft) => JobDraft[]> = {
  "organization.created": ({ data }) => [
    { queue: "delivery", type: "invites.claim_rewards", payload: { userId: data?.["ownerUserId"] } },
  ],
};
