import type { Reactions } from "./kernel/context";

/** What follows from each fact. A domain never calls a domain above it: it writes a fact, and this page says who reacts. */
export const reactions: Reactions = {
  jobsFor: () => [],
  messagesFor: (fact) => [
    {
      room: fact.organizationId,
      message: { type: fact.type, data: { subjectId: fact.subjectId, ...fact.data } },
    },
  ],
};
