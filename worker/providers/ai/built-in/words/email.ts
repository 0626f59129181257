/** What a mail of a sequence is for; the order is the order in which they go out. */
export type Beat = {
  aim: string;
  subjects: readonly string[];
  preheaders: readonly string[];
  openings: readonly string[];
  bodies: readonly string[];
};

const welcome: Beat = {
  aim: "Welcome, and what to expect",
  subjects: [
    "Here is what you asked for",
    "Welcome – a good place to start",
    "Good to have you here",
    "Start here: {key}",
  ],
  preheaders: [
    "And one small thing to try today.",
    "What will come, and how often.",
    "Two minutes to read, one thing to do.",
  ],
  openings: [
    "Thank you for signing up. You are here because of {about}, so let us begin there.",
    "Welcome. Over the next days you get a few short mails about {about}. Each has one idea and one thing to try.",
    "Good to have you with us. No long introduction: here is something useful about {key} straight away.",
  ],
  bodies: [
    "The most useful first step is a small one. Take five minutes and write down how you deal with {key} today. Do not improve anything yet. Only look.",
    "If you do just one thing today, say in one sentence what a good result would look like for you. Keep that sentence. Everything that follows refers to it.",
  ],
};

const problem: Beat = {
  aim: "Name the problem",
  subjects: [
    "The part that usually goes wrong",
    "What makes {key} harder than expected",
    "Does this sound familiar?",
    "It is probably not your fault",
  ],
  preheaders: [
    "And what to do about it first.",
    "A short look at the usual trap.",
    "One sign to look out for.",
  ],
  openings: [
    "Last time we looked at where you are. Today it is about what gets in the way.",
    "Stories about {key} that went wrong have a lot in common.",
    "Here is the trap that most people step into with {about}, and how to see it coming.",
  ],
  bodies: [
    "They try to do everything at once. It feels thorough, and it hides what works. So take one thing, finish it, and look at it before you take the next.",
    "They start with tools and end up working for them. Turn it around: first the question, then whatever answers it with the least effort.",
  ],
};

const method: Beat = {
  aim: "Show a way that works",
  subjects: [
    "Three steps, one afternoon",
    "A simple way with {key}",
    "How we would do it",
    "The order that makes it easy",
  ],
  preheaders: [
    "Nothing to buy, nothing to install.",
    "Small, in the right order.",
    "You can begin with the first one today.",
  ],
  openings: [
    "Enough about problems. Here is a way that works for most people, in three steps.",
    "Something practical on {about}, in the shortest version we know.",
    "If we had one afternoon for {key}, this is how we would spend it.",
  ],
  bodies: [
    "1. Write down what happens today.\n2. Strike out the step that nobody would miss.\n3. Try the rest once, on something real and small.",
    "1. Decide what good looks like, in one sentence.\n2. Find the one change that makes the others easier.\n3. Make it this week, and look at the result on Friday.",
  ],
};

const proof: Beat = {
  aim: "Show how it is done here",
  subjects: [
    "How we do it ourselves",
    "A look behind the counter",
    "What we decided early on",
    "One detail that matters",
  ],
  preheaders: [
    "A short story from our own work.",
    "The kind of thing you should ask anybody.",
    "Small choices that show.",
  ],
  openings: [
    "It is easy to give advice. So here is how we do it ourselves.",
    "You may wonder who is writing to you. A few lines about how we work.",
    "Today a look at our own work, because examples say more than rules.",
  ],
  bodies: [
    "None of this is a secret. These are choices that anybody can make, and that few people keep up when it gets busy.",
    "We tell you this for a simple reason: whoever you choose in the end, these are the questions to ask.",
  ],
};

const doubt: Beat = {
  aim: "Answer what holds people back",
  subjects: [
    "“I do not have time for this”",
    "Three honest answers",
    "What if it does not work?",
    "Before you decide",
  ],
  preheaders: ["The questions that come up most.", "Plain answers, no small print.", "Short, and honest."],
  openings: [
    "By now you may have a doubt or two. These are the usual ones about {key}.",
    "If something holds you back, it is probably one of these.",
  ],
  bodies: [
    "**No time?** Then start with ten minutes. It is enough to find the step that costs you the most.\n\n**Tried it before?** Good. Then you know what not to do, which is half of it.\n\n**Not sure it fits?** Ask. One question by mail costs nothing.",
    "**Is it worth it?** Think of what it costs to leave things as they are for another year.\n\n**Is it difficult?** Each step is easy. Doing them in order is the whole art.\n\n**What if I get stuck?** Then write back, and say where.",
  ],
};

const offer: Beat = {
  aim: "Make the offer",
  subjects: [
    "If you would like a hand with it",
    "The next step, when you are ready",
    "What we can do for you",
    "An easy way to begin",
  ],
  preheaders: ["No hurry; here is how it works.", "What you get, in plain words.", "Only if it helps you."],
  openings: [
    "You now know most of what we would tell you about {about}. If you would rather not do it alone, here is what we can do.",
    "This is the one mail in which we talk about what we sell. If it is not for you, nothing changes.",
  ],
  bodies: [
    "It begins with a question: where are you, and where would you like to be? That is the whole first step.",
    "It begins small, as everything in these mails did: with one question and a plain answer.",
  ],
};

const stay: Beat = {
  aim: "Stay in touch",
  subjects: ["One last thing", "What to do next month", "How did it go?", "Keep this one"],
  preheaders: ["And a question for you.", "A short list to come back to.", "Thank you for reading."],
  openings: [
    "This is the last mail of this series. So, one question: what has changed since you began?",
    "A month from now is the right time to look again. Here is what to look at.",
  ],
  bodies: [
    "- What stayed as you changed it?\n- What slipped back?\n- What turned out not to matter?\n\nThe answers tell you what to do next about {key}.",
    "Hit reply and tell us one thing that worked and one that did not. The second kind is the one we learn from.",
  ],
};

export const beats = [welcome, problem, method, proof, doubt, offer, stay];

/** Which of them a shorter sequence keeps. */
export const orders: Readonly<Record<number, readonly number[]>> = {
  1: [0],
  2: [0, 5],
  3: [0, 2, 5],
  4: [0, 1, 2, 5],
  5: [0, 1, 2, 3, 5],
  6: [0, 1, 2, 3, 4, 5],
};

const reader = "{{lead.first_name|there}}";
export const greetings = [`Hello ${reader},`, `Hi ${reader},`];
export const farewells = ["Until next time,", "All the best,", "Warm regards,", "See you soon,"];
