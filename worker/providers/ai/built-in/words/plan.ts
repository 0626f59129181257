/** Titles of topics by what they do; each says what the reader will have. */
export const titles = [
  ["How to choose {key} without regret", "how-to", 78, 38],
  ["Five mistakes people make with {key}", "listicle", 84, 32],
  ["The real cost of {key}, and what it saves", "comprehensive", 72, 55],
  ["A beginner’s guide to {key}", "comprehensive", 70, 45],
  ["{Key}: what to do first, and what can wait", "how-to", 74, 34],
  ["Questions to ask before you decide on {key}", "listicle", 76, 30],
  ["What goes wrong with {key}, and how to notice early", "problem-solution", 80, 42],
  ["A simple checklist for {key}", "listicle", 82, 24],
  ["{Key} in plain words", "comprehensive", 66, 28],
  ["How we think about {key}", "case-study", 62, 26],
  ["The difference between good and good enough in {key}", "comprehensive", 68, 48],
  ["What changes when you take {key} seriously", "case-study", 64, 44],
  ["Ten minutes a week for {key}", "how-to", 75, 29],
  ["How to explain {key} to somebody who has never heard of it", "how-to", 60, 36],
  ["Old habits around {key} that are worth keeping", "listicle", 63, 40],
  ["What to look for in {key}", "how-to", 73, 33],
] as const;

export const descriptions = [
  "Answers the question that comes up before anybody buys: what matters about {key}, and what does not.",
  "A practical piece for people who are about to decide on {key} and want to do it once and well.",
  "Shows the usual traps around {key} and a simple way past each of them.",
  "For readers who are new to {key}: the words, the order of things, and a first step.",
  "Takes one doubt that people have about {key} seriously and answers it with examples from the work.",
  "A list that can be kept and used: what to check about {key}, in which order, and why.",
];

export const engagementReasons = [
  "It names a decision that readers face soon, so they have a reason to read to the end.",
  "It promises something that can be used the same day.",
  "It asks the question in the words that people search with.",
  "Lists are saved and passed on more often than other forms.",
  "It speaks about a worry that most readers have and few say aloud.",
];

export const difficultyReasons = [
  "Many pages answer it already; examples of your own make the difference.",
  "Few pages answer it plainly, and the material is on your website already.",
  "It needs one or two numbers or pictures of your own to be convincing.",
  "Short to write, because it collects what you explain every day.",
  "It asks for some care: readers compare the answer with others.",
];

export const searches = [
  "what is {key}",
  "how to choose {key}",
  "{key} mistakes",
  "{key} for beginners",
  "is {key} worth it",
  "{key} checklist",
];

export const scenarios = [
  {
    name: "First look",
    situation: "Somebody hears about {key} for the first time and wants to know whether it concerns them.",
    question: "Is this something for me?",
    nextStep: "Read a plain introduction.",
  },
  {
    name: "Something went wrong",
    situation: "A first try with {key} did not bring what was hoped for.",
    question: "What did I do wrong, and what should I try next?",
    nextStep: "Take a checklist and go through it.",
  },
  {
    name: "Comparing",
    situation: "Two or three offers are on the table and look alike.",
    question: "What should I ask before I decide?",
    nextStep: "Read how others decided, then ask for details.",
  },
  {
    name: "Ready to begin",
    situation: "The decision is nearly made; one doubt is left.",
    question: "What happens after I say yes?",
    nextStep: "Get in touch.",
  },
] as const;

export const deciders = [
  "the person who does the work every day",
  "the person who pays and wants to know why",
  "somebody they trust and ask for advice",
];
