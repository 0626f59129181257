import { type Cited, citedTalk, day, type Found, isOpen, type Known, sayDays } from "./known";

type Action = Pick<Found, "finding" | "title" | "description" | "priority" | "confidence"> & {
  cited: Cited[];
  needsContact?: boolean;
};

/** The one thing to do next: the first of these that holds. What it rests on is cited, as of every insight. */
export function nextBestAction(known: Known, others: readonly Found[]): Found[] {
  if (!isOpen(known.lead)) return [];
  const action =
    toAnswer(known) ??
    overdue(known) ??
    toFollow(known, others) ??
    firstContact(known) ??
    toWin(others) ??
    toPlan(known);
  if (!action) return [];
  const { needsContact = false, ...rest } = action;
  return [
    {
      ...rest,
      type: "next_best_action",
      data: needsContact ? { needsContact } : {},
      expiresAt: known.now + 14 * day,
    },
  ];
}

function toAnswer({ conversations, now }: Known): Action | null {
  const [newest] = conversations;
  const isWritten = newest?.channel === "email" || newest?.channel === "chat";
  if (newest?.direction !== "inbound" || !isWritten || newest.at < now - 30 * day) return null;
  const wait = now - newest.at;
  const isUrgent = wait > day || newest.intent?.urgency === "high";
  return {
    finding: "answer",
    title: newest.channel === "email" ? "Answer their email" : "Answer their message",
    description: wait < day ? "Nobody has answered yet." : `It has waited for ${sayDays(wait)}.`,
    priority: isUrgent ? 3 : 2,
    confidence: 0.9,
    cited: [citedTalk(newest)],
    needsContact: true,
  };
}

function overdue({ openTasks, lead, now }: Known): Action | null {
  const task = openTasks.find(({ dueAt }) => dueAt !== null && dueAt < now);
  const at = task?.dueAt ?? lead.nextFollowUpAt;
  if (at === null || at >= now) return null;
  return {
    finding: "overdue",
    title: task?.subject ? `Do “${task.subject}”` : "Do the follow-up",
    description: now - at < day ? "Its time has passed." : `It was due ${sayDays(now - at)} ago.`,
    priority: 2,
    confidence: 0.9,
    cited: [
      task
        ? { kind: "activity", id: task.id, at, words: task.subject || "The task" }
        : { kind: "lead", id: lead.id, at, words: "The follow-up day" },
    ],
  };
}

/** What they asked for, unless it has been talked of since. */
function toFollow({ lead, openTasks }: Known, others: readonly Found[]): Action | null {
  const [signal] = others
    .filter(({ type, finding }) => type === "buying_signal" && finding !== "comes_back")
    .toSorted((one, other) => other.priority - one.priority);
  const newest = signal?.cited[0];
  if (!signal || !newest || openTasks.length > 0 || (lead.lastContactedAt ?? 0) > newest.at) return null;
  return {
    finding: `follow_${signal.finding}`,
    title: wordsFor[signal.finding] ?? "Follow up on what they said",
    description: `${signal.title}, and nobody has answered to that yet.`,
    priority: signal.priority,
    confidence: signal.confidence,
    cited: signal.cited,
    needsContact: true,
  };
}

const wordsFor: Record<string, string> = {
  decides: "Ask for the decision",
  asks_contract: "Send the terms",
  asks_price: "Send an offer",
  names_budget: "Make an offer within the budget",
  asks_demo: "Arrange a trial",
  names_timeline: "Plan towards their date",
  compares: "Say what sets you apart",
};

function firstContact({ lead, now }: Known): Action | null {
  if (lead.lastContactedAt !== null || lead.status !== "new") return null;
  const wait = now - lead.createdAt;
  return {
    finding: "first_contact",
    title: "Make the first contact",
    description: wait < day ? "Nobody has spoken with them yet." : `They have waited for ${sayDays(wait)}.`,
    priority: wait > day ? 2 : 1,
    confidence: 0.8,
    cited: [{ kind: "lead", id: lead.id, at: lead.createdAt, words: "Came to us" }],
  };
}

function toWin(others: readonly Found[]): Action | null {
  const risk = others.find(({ type }) => type === "churn_risk");
  if (!risk) return null;
  return {
    finding: `win_${risk.finding}`,
    title: risk.finding === "quiet" ? "Get back in touch" : "Find out what is wrong",
    description: `${risk.title}.`,
    priority: risk.priority,
    confidence: risk.confidence,
    cited: risk.cited,
    needsContact: risk.data["needsContact"] === true,
  };
}

function toPlan({ lead, openTasks }: Known): Action | null {
  if (openTasks.length > 0 || lead.nextFollowUpAt !== null || lead.status === "nurturing") return null;
  return {
    finding: "plan",
    title: "Plan the next step",
    description: "There is no task and no follow-up day.",
    priority: 0,
    confidence: 0.7,
    cited: [{ kind: "lead", id: lead.id, at: lead.stageSince, words: "In this stage since" }],
  };
}
