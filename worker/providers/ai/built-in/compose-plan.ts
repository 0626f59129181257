import type { Brief } from "./brief";
import { type Draft, draftOf } from "./draft";
import { asTag, lowerFirst, upperFirst } from "./phrases";
import { Teller } from "./teller";
import * as words from "./words/plan";

/** Ideas that differ in what they are about and in what they do, each with scores and the reason for each. */
export function composeTopics(teller: Teller, count: number, taken: ReadonlySet<string>): Draft {
  const subjects = subjectsOf(teller.brief);
  const frames = teller.chance.shuffled(words.titles);
  const topics: Draft[] = [];
  const titles = new Set(taken);
  const tries = Math.max(count * 4, 40);
  for (let turn = 0; topics.length < count && turn < tries; turn++) {
    const subject = subjects[turn % subjects.length] ?? teller.brief.title;
    // Each round over the subjects meets the frames one further on, so that no pair comes twice.
    const round = Math.floor(turn / subjects.length);
    const frame = frames[(turn + round) % frames.length];
    if (!frame) break;
    const { title, topic } = topicOf(teller.brief, subject, frame, turn);
    if (titles.has(title.toLowerCase())) continue;
    titles.add(title.toLowerCase());
    topics.push(topic);
  }
  return draftOf({ "topics ideas suggestions items": topics });
}

function topicOf(
  brief: Brief,
  subject: string,
  frame: (typeof words.titles)[number],
  turn: number,
): { title: string; topic: Draft } {
  const own = new Teller({ ...brief, keywords: [subject] }, `topic ${turn}`);
  const [title, template, engagement, difficulty] = frame;
  const near = subjectsOf(brief).filter((other) => other !== subject);
  const scenario = words.scenarios[own.chance.below(words.scenarios.length)];
  const spread = own.chance.below(9) - 4;
  const named = upperFirst(own.fill(title));
  const topic = draftOf({
    "title name headline": named,
    "subheader subtitle": own.say(words.descriptions),
    "description summary": own.say(words.descriptions),
    "keywords tags": [subject, ...near.slice(0, 3)],
    seoKeywords: words.searches.slice(turn % 3, (turn % 3) + 3).map((search) => own.fill(search)),
    "engagementScore engagement score": engagement + spread,
    engagementReason: own.say(words.engagementReasons),
    "difficultyScore difficulty": difficulty + spread,
    difficultyReason: own.say(words.difficultyReasons),
    "template format": template,
    ...(scenario ? { scenario: scenarioOf(own, scenario) } : {}),
  });
  return { title: named, topic };
}

function scenarioOf(teller: Teller, scenario: (typeof words.scenarios)[number]): Draft {
  return draftOf({
    name: scenario.name,
    situation: teller.fill(scenario.situation),
    question: scenario.question,
    nextStep: teller.brief.cta || scenario.nextStep,
  });
}

const goals = ["awareness", "consideration", "conversion", "retention"] as const;
const goalWords = {
  awareness: "Be found",
  consideration: "Be compared and trusted",
  conversion: "Win the decision",
  retention: "Stay useful to customers",
};

/** One strategy a goal; the one that fits what the business says it wants comes first. */
export function composeStrategies(teller: Teller): Draft {
  const first = goalOf(teller.brief);
  const ordered = [first, ...goals.filter((goal) => goal !== first)];
  const strategies = ordered.map((goal) => strategyOf(teller.brief, goal));
  return { ...strategies[0], ...draftOf({ "strategies suggestions items": strategies }) };
}

function strategyOf(brief: Brief, goal: (typeof goals)[number]): Draft {
  const teller = new Teller({ ...brief, keywords: subjectsOf(brief) }, goal);
  const subjects = subjectsOf(brief).slice(0, 3);
  const templates = {
    awareness: "how-to",
    consideration: "comprehensive",
    conversion: "problem-solution",
    retention: "listicle",
  };
  const psychology = draftOf({
    decisionMakers: [
      ...(brief.audience ? [upperFirst(brief.audience)] : []),
      ...words.deciders.map(upperFirst),
    ].slice(0, 3),
    problems:
      brief.pains.length > 0
        ? brief.pains.map(upperFirst).slice(0, 5)
        : subjects.map((key) => `Not sure where to begin with ${key}`),
    searchBehavior: words.searches.map((search) => teller.fill(search)),
  });
  return draftOf({
    "name title": `${goalWords[goal]}${brief.business ? ` – ${brief.business}` : ""}`,
    goal,
    voice: voiceOf(brief.tone),
    template: templates[goal],
    length: goal === "awareness" ? "standard" : goal === "consideration" ? "deep" : "quick",
    "targetAudience audience": upperFirst(brief.audience) || "People who are new to the subject",
    "contentFocus focus description summary": `Plain, practical pieces on ${listOf(subjects)}, each with something to do at the end.`,
    "customerPsychology psychology": psychology,
    scenarios: words.scenarios.map((scenario) => scenarioOf(teller, scenario)),
  });
}

function goalOf({ goal, cta }: Brief): (typeof goals)[number] {
  const named = goals.find((candidate) => goal.toLowerCase().includes(candidate));
  if (named) return named;
  if (/sale|sell|lead|buy|revenue|order|book/i.test(`${goal} ${cta}`)) return "conversion";
  return "awareness";
}

export function voiceOf(tone: string): "expert" | "friendly" | "insider" | "storyteller" {
  if (/expert|professional|precise|technical|authorit/i.test(tone)) return "expert";
  if (/story|narrat|personal/i.test(tone)) return "storyteller";
  if (/insider|bold|direct|cheeky/i.test(tone)) return "insider";
  return "friendly";
}

/** What there is to write about: what the business names, else what its own sentences keep coming back to. */
export function subjectsOf({ subjects, keywords, product, industry, title }: Brief): string[] {
  const named = distinct([...subjects, product]);
  if (named.length >= 3) return named.slice(0, 12);
  const all = distinct([...named, ...keywords, industry]);
  return all.length > 0 ? all.slice(0, 12) : [lowerFirst(title) || "your subject"];
}

function distinct(subjects: string[]): string[] {
  const plain = subjects.map(lowerFirst).filter((one) => one !== "");
  return plain.filter((one, index) => plain.findIndex((other) => asTag(other) === asTag(one)) === index);
}

function listOf(items: string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
