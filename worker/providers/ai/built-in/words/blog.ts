/** How an article opens: a first paragraph that could stand alone. */
export const openings = [
  "Most advice on {about} begins too late. It tells you what to do once everything else is decided, and says little about the decisions before that. Those are where the time and the money go.",
  "There are two ways to learn about {about}. One is to get it wrong a few times. The other is to borrow what people know who have already done that.",
  "Ask three people about {about} and you get four answers. Some of them are right, some were right ten years ago. This is a short way through.",
  "Nobody sets out to do this badly. It happens in small steps: a default that nobody questioned, a shortcut that became a habit. So it is worth looking at {about} with fresh eyes once in a while.",
  "If {about} has been on your list for a while, you are not alone. It is one of those things that look simple from far away and get complicated the moment you start.",
  "Here is a plain look at {about}: what matters, what can wait, and what you can do this week without buying anything.",
  "Good results rarely come from one clever trick. With {key} they come from a few ordinary things, done in the right order. That order is what this article is about.",
  "Let us begin with the part that people tend to skip. Before anything else about {key}, it helps to know what a good result would look like to you.",
  "You do not need to know everything about {key} to do well with it. You need to know which three or four things make the difference, and leave the rest for later.",
];

/** For whom it is and what they will have at the end. */
export const promises = [
  "This is written for {for}. By the end you will know what to look at first, and what you can safely ignore.",
  "If you are reading this as one of the people we write for – {for} – you can skip the theory. Each part below ends with something to do.",
  "We kept it practical: short parts, plain words, and a list at the end that you can work through.",
  "This is how we look at it at {biz}: plainly, and with the practical part first.",
  "Read it once from top to bottom, then come back to the part you need. It is made for that.",
  "It takes a few minutes to read and an afternoon to try. The second part is the one that counts.",
];

/** Paragraphs that hold whatever the subject: about deciding, trying, keeping. */
export const thoughts = [
  "Start with what you already have. Before you add anything new to {key}, write down what happens today, step by step. Most people find one step in that list that nobody needs.",
  "Change one thing at a time. If you change three and the result is better, you do not know which one to keep. It feels slower, and it gets you there sooner.",
  "A rule of thumb helps here: if you cannot say in one sentence why you do it, try a week without it.",
  "It is tempting to compare yourself with the best example you can find. Compare yourself with last month instead. That is the only comparison you can act on.",
  "Ask the people it is for. Two or three honest conversations about {key} tell you more than a long evening of reading.",
  "Be suspicious of anything that promises to do everything. With {key}, the thing that does one job well is nearly always the better choice.",
  "Write down the decision and the reason for it. In three months you will want to know both, and you will only remember one of them.",
  "Small and regular beats large and rare. Ten minutes a week spent on {key} keep a problem small that would otherwise take a day.",
  "There is a point where more effort stops showing. Learn where it is for {key}, and spend the rest of your effort somewhere else.",
  "When two options look equal, take the one that is easier to undo. You will learn from either, and only one of them lets you use what you learned.",
  "Look at the order of things. Often nothing is wrong with the steps themselves; they are just done before the information is there that they need.",
  "Keep a short list of what went wrong and what you did about it. It becomes the most useful page you own.",
  "None of this needs to be perfect. It needs to be good enough that you do it again next time.",
  "If you work with others, agree on the words first. Half of all arguments about {key} are about what somebody meant by it.",
  "Price is a poor first question. A better one is what it costs you to leave {key} as it is for another year.",
];

/** Where somebody's problem is named. */
export const troubles = [
  "One thing comes up again and again: {pain}. It is rarely anybody’s fault. It is what happens when a decision is left open and everyone works around it.",
  "A common complaint is a simple one: {pain}. Treat it as information. It tells you which part of the work nobody feels responsible for.",
  "Here is a sign to look out for: {pain}. When you notice it, stop adding and start removing.",
  "Perhaps this sounds familiar: {pain}. The usual answer is to try harder. The better answer is to make the right thing the easy thing.",
  "Behind many questions about {key} stands something plainer: {pain}. Answer that first and the rest gets smaller.",
];

/** What is wished for. */
export const wishes = [
  "What people want instead is not complicated: {outcome}. Keep that in view when the details start to pile up.",
  "Hold on to the goal: {outcome}. Anything that does not bring you closer to it can wait.",
  "Picture the good version for a moment: {outcome}. Now work backwards from there, one step at a time.",
];

/** What goes before a fact of the business's own, which then stands as it was said. */
export const evidence = [
  "To give you an example from our own work: {fact}",
  "This is how we do it ourselves. {fact}",
  "It is one reason why we work the way we do. {fact}",
  "{fact} That is a choice, and we made it on purpose.",
  "A detail that is easy to miss: {fact}",
  "{fact} We say so because it is the kind of thing you should ask anybody.",
];

/** A step of a way that works for most things, with what to do in it. */
export const steps = [
  [
    "Decide what good looks like",
    "Write one sentence that says how you would recognise a good result. Not how to get there; only what you would see. If two people in the same room write different sentences, you have found your first task.",
  ],
  [
    "Look at what happens today",
    "Follow one real case from beginning to end and note every step. Leave out what should happen and keep what does happen. Ten minutes are enough, and they are usually surprising.",
  ],
  [
    "Find the one thing that matters most",
    "Of everything on your list, one item makes the others easier or unnecessary. Often it has to do with {key}. Put it at the top and leave the rest alone for now.",
  ],
  [
    "Try it small",
    "Pick a case that is real and not important. Try the change there. You want to learn something by Friday, not to be finished by Friday.",
  ],
  [
    "Check it against what you wrote",
    "Go back to your sentence from the beginning. Is the result closer to it? If you cannot tell, the sentence was too vague; make it sharper and try again.",
  ],
  [
    "Ask somebody who was not there",
    "Show it to a person who does not know how much work it was. What they do not understand is what you should change next.",
  ],
  [
    "Make it the usual way",
    "What worked once has to become what happens by itself. Put it in a checklist, in a template, or next to the place where the work is done.",
  ],
  [
    "Come back in a month",
    "Put a date in the calendar. Look at what stayed, what slipped, and what turned out not to matter. Then choose the next thing.",
  ],
] as const;

/** Mistakes, for articles that list what goes wrong. */
export const mistakes = [
  [
    "Starting with the tools",
    "A tool answers a question. If the question about {key} is not clear yet, the tool will answer a different one, and you will end up working for it.",
  ],
  [
    "Doing everything at once",
    "It feels thorough and it hides what works. Take one thing, finish it, look at it. Then take the next.",
  ],
  [
    "Copying without asking why",
    "What works for somebody else works for their reasons. Find out what they were, and see whether they are yours.",
  ],
  [
    "Leaving out the boring part",
    "Preparation, labels, notes, cleaning up: nobody praises it, and nearly every problem with {key} can be traced back to it.",
  ],
  [
    "Measuring what is easy to measure",
    "Numbers that are easy to get are not always the ones that say something. One number you believe is worth more than ten that you show around.",
  ],
  [
    "Never deciding",
    "Waiting is a decision too, and often the dearest one. Set a date, decide with what you know by then, and move on.",
  ],
  [
    "Stopping too early",
    "The first try with anything new is worse than the old way. Give it three before you judge it.",
  ],
  [
    "Keeping it to yourself",
    "When only one person knows how it works, it does not work. Write it down so that somebody else can do it tomorrow.",
  ],
] as const;

export const checks = [
  "Say in one sentence what a good result looks like",
  "Write down how you deal with {key} today, step by step",
  "Strike out one step that nobody would miss",
  "Choose the one change that makes others easier",
  "Try it on something real and small",
  "Ask one person outside what they did not understand",
  "Keep what worked, in writing",
  "Put a date in the calendar to look again",
];

export const closings = [
  "You do not have to do all of this. Pick one part, do it this week, and see what changes. That is more than most people do about {about}.",
  "Come back to this when you are stuck. The second reading is usually the useful one, because by then you know which part is yours.",
  "If you remember one thing, let it be this: decide what good looks like before you decide anything else. The rest gets easier from there.",
  "The best time to start was a while ago. The second best is an afternoon this week with a pen and this page.",
  "None of it is difficult on its own. The difficult part is doing the ordinary things again, and that is also what makes the difference.",
];

export const invitations = [
  "If you would like a hand with it: **{cta}**.",
  "Want to see how this looks with us? **{cta}**.",
  "When you are ready for the next step: **{cta}**.",
];
