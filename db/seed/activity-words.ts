import type { Kind, StageStatus } from "./lead-stories";

type Type =
  | "call"
  | "email"
  | "meeting"
  | "demo"
  | "proposal"
  | "follow_up"
  | "note"
  | "task"
  | "social_interaction";
export type Line = {
  type: Type;
  subject: string;
  outcome?: string;
  description?: string;
  minutes?: [number, number];
};

/** What was done just before somebody moved to a stage, as sellers of coffee would write it down. */
export const doneBefore: Record<StageStatus, Line[]> = {
  new: [],
  contacted: [
    { type: "call", subject: "First call", outcome: "Wants to know more", minutes: [4, 16] },
    { type: "email", subject: "Thank you for your interest", outcome: "Answered the same day" },
    { type: "call", subject: "First call", outcome: "Asked for prices by mail", minutes: [3, 9] },
  ],
  qualified: [
    {
      type: "meeting",
      subject: "What they need",
      outcome: "A machine that two people can clean in five minutes",
      minutes: [25, 50],
    },
    {
      type: "call",
      subject: "Kilos, machines, dates",
      outcome: "Decides within the quarter",
      minutes: [12, 30],
    },
    { type: "demo", subject: "Tasting at the roastery", outcome: "Liked Huila best", minutes: [45, 90] },
  ],
  proposal: [
    { type: "proposal", subject: "Offer with three months’ trial", outcome: "Sent" },
    { type: "proposal", subject: "Offer for a year, delivery included", outcome: "Sent" },
  ],
  negotiation: [
    {
      type: "call",
      subject: "Questions about the offer",
      outcome: "Wants the price for two sites",
      minutes: [10, 35],
    },
    {
      type: "meeting",
      subject: "The offer, line by line",
      outcome: "Delivery on Tuesdays instead",
      minutes: [30, 60],
    },
  ],
  closed_won: [
    { type: "call", subject: "The last question", outcome: "Yes", minutes: [5, 15] },
    { type: "email", subject: "Order and first delivery", outcome: "Signed" },
  ],
  closed_lost: [
    { type: "call", subject: "How they decided", outcome: "Not now", minutes: [4, 12] },
    { type: "email", subject: "May we ask why?", outcome: "Answered in two lines" },
  ],
  nurturing: [
    { type: "email", subject: "Not before next season", outcome: "Would like to hear from us again" },
  ],
  unqualified: [{ type: "call", subject: "First call", outcome: "Drinks tea", minutes: [2, 5] }],
};

/** Somebody at home orders by mail, and nobody comes to see them. */
export const doneAtHome: Partial<Record<StageStatus, Line[]>> = {
  contacted: [{ type: "email", subject: "Which coffee suits your machine", outcome: "Answered" }],
  qualified: [{ type: "email", subject: "Three coffees to begin with", outcome: "Chose Discovery" }],
  proposal: [{ type: "email", subject: "Your subscription, ready to begin" }],
  negotiation: [{ type: "email", subject: "Pause, skip, cancel: how it works" }],
  closed_won: [{ type: "email", subject: "The first bag is on its way" }],
  closed_lost: [{ type: "email", subject: "May we ask why?" }],
};

export const attempts: Line[] = [
  { type: "call", subject: "First call", outcome: "No answer, left a message", minutes: [1, 2] },
  { type: "social_interaction", subject: "Wrote on LinkedIn", outcome: "Accepted" },
];

export const remarks: Line[] = [
  {
    type: "note",
    subject: "",
    description: "Colleague in facilities decides together with her. Ask for both next time.",
  },
  { type: "note", subject: "", description: "Had the grinder serviced by somebody else twice this year." },
  { type: "note", subject: "", description: "Prefers mornings, never Mondays." },
  {
    type: "note",
    subject: "",
    description: "Compared us with capsules: it is the cleaning they fear, not the price.",
  },
  { type: "note", subject: "", description: "New site opens after the summer; then it is twice as much." },
];

export const afterwards: Line = {
  type: "follow_up",
  subject: "After the first delivery",
  outcome: "All arrived, grinder set",
  minutes: [5, 12],
};

/** What comes next for somebody in a stage. */
export const nextSteps: Partial<Record<StageStatus, Line[]>> = {
  new: [
    { type: "call", subject: "First call" },
    { type: "task", subject: "Look at their website before the call" },
  ],
  contacted: [
    { type: "call", subject: "Ask for kilos and machines" },
    { type: "task", subject: "Send the sample box" },
  ],
  qualified: [
    { type: "demo", subject: "Tasting at the roastery" },
    { type: "task", subject: "Write the offer" },
  ],
  proposal: [
    { type: "follow_up", subject: "Ask whether the offer has come" },
    { type: "call", subject: "Talk through the offer" },
  ],
  negotiation: [
    { type: "meeting", subject: "Agree on delivery days" },
    { type: "task", subject: "Send the contract" },
  ],
};

/** What whoever owns the house looks at before a large offer goes out. */
export const signOffs: Line[] = [
  { type: "task", subject: "Look at the price before it goes out" },
  { type: "task", subject: "Agree to the second grinder on loan" },
  { type: "task", subject: "Say whether we can deliver there every week" },
  { type: "task", subject: "Sign the offer" },
  { type: "task", subject: "Decide on the discount for a year" },
  { type: "task", subject: "Join the tasting, they bring their director" },
];

export function linesFor(kind: Kind, status: StageStatus): Line[] {
  return (kind === "home" ? doneAtHome[status] : undefined) ?? doneBefore[status];
}
