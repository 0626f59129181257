/** The first line, which decides whether anybody reads the second. */
export const hooks = [
  "A small thing about {key} that is easy to miss:",
  "Most people get {key} wrong in the same place.",
  "You do not need more time for {key}. You need a better order.",
  "One question about {key} that comes up all the time.",
  "Unpopular opinion: there is less to {key} than people make of it.",
  "Before you spend anything on {key}, read this.",
  "If you only do one thing about {key} this week:",
  "Something to try today:",
  "What nobody tells you about {about}:",
  "A note for {for}:",
  "Quick check. Does this sound familiar?",
  "A short answer to a long question, about {about}:",
  "The difference between good and good enough in {key}?",
  "Save this for the next time you think about {key}.",
  "Three minutes on {about}, well spent:",
  "Here is how we think about {key}.",
  "There is a quiet rule behind {about}.",
  "Stop scrolling for a second: when did you last look at {key}?",
  "Less advice, more practice. Today: {key}.",
  "The boring truth about {key}:",
  "Worth knowing before your next decision about {key}:",
  "An honest word on {about}.",
];

export const points = [
  "Write down how it works today before you change anything. The fix is usually in the list.",
  "Change one thing, look at the result, then change the next. Slower for a day, faster for a year.",
  "If you cannot say in one sentence why you do it, try a week without it.",
  "Ask two people it is for. They will tell you what no article can.",
  "When two options look equal, take the one that is easier to undo.",
  "Small and regular beats large and rare. Ten minutes a week is plenty.",
  "Decide what good looks like first. Everything after that is easier.",
  "Compare yourself with last month, not with the best example you can find.",
  "The thing that does one job well is nearly always the better choice.",
  "What is written down gets done again. What is not gets done differently.",
  "Start with the step that makes the other steps unnecessary.",
  "Good enough, done every time, wins over perfect, done once.",
  "Leave something out. You will notice quickly whether it was needed.",
  "Put a date on it. Open ends are where good plans go to sleep.",
  "Look at the order, not only at the steps. Half the trouble is doing things too early.",
  "Whatever you buy next, use what you have for one more week first. You will know better what is missing.",
  "Do the dull part first. The interesting part gets done anyway.",
  "If it needs a long explanation, it needs another try.",
  "Take a note when it goes well, too. That is the recipe.",
  "A default is a decision somebody made for you. Look at yours once a year.",
  "Start again from nothing, on paper. What you leave out is what you can drop.",
  "When in doubt, do the smaller version today.",
  "Teach it to somebody. The place where you hesitate is what to learn next.",
  "One good source beats ten tabs.",
  "The cheapest improvement is the step you stop doing.",
  "Ask what would have to be true for this to be easy. Then look for that.",
  "Keep the first try. It shows how far you have come.",
];

export const troubles = [
  "{Pain}? Then it is not you. It is a decision that was left open.",
  "Does this sound like you: {pain}? Start by taking one thing away.",
  "“{Pain}.” The way out is smaller than it looks.",
  "When the problem is {key}, the first sign is often this: {pain}.",
];

export const wishes = [
  "The goal is simple: {outcome}.",
  "What it is all for: {outcome}.",
  "Imagine this by next month: {outcome}.",
];

export const stories = [
  "From our own work: {fact}",
  "{fact}",
  "How we do it at {biz}: {fact}",
  "One thing we decided early on. {fact}",
  "{fact} A detail, and it matters.",
];

export const questions = [
  "How do you do it?",
  "What would you add?",
  "What was the last thing that surprised you about {key}?",
  "Agree, or do you see it differently?",
  "What is the one step you would never skip?",
  "Where do you get stuck?",
  "Who taught you what you know about {key}?",
  "What did you stop doing, and never missed?",
];

export const invitations = [
  "{Cta}:",
  "More on this:",
  "The longer version is here:",
  "Have a look:",
  "When you are ready – {cta}:",
];

export const lists = [
  "Say what good looks like",
  "Look at what happens today",
  "Change one thing",
  "Try it small",
  "Ask somebody outside",
  "Write down what worked",
  "Come back in a month",
];

/** What a picture could show, for who makes it; never a claim. */
export const pictures = [
  "A calm close-up of hands at work, daylight from the side, about {key}",
  "A flat, simple drawing of three steps that lead to one result: {about}",
  "A tidy table from above with what belongs to {key}, much empty space for words",
  "A person from behind looking at a wall of notes about {key}, warm light",
  "Two things side by side, before and after, no text in the picture, on {about}",
];
