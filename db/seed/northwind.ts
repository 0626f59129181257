import type { contentStrategies, contentTopics, businesses, factKinds } from "../schema/cell/business";

type Given<T extends { $inferInsert: object }> = Omit<
  T["$inferInsert"],
  "id" | "organizationId" | "businessId" | "createdAt" | "updatedAt"
>;

/** The roastery that the sample site belongs to, as its people would describe it. */
export const northwind: Given<typeof businesses> = {
  name: "Northwind Coffee",
  slug: "northwind-coffee",
  website: "https://northwind.test/",
  language: "en",
  timezone: "Europe/Oslo",
  industry: "Food and drink",
  businessType: "Coffee roastery with subscriptions and wholesale",
  description:
    "A small roastery in Bergen that buys from eleven farms, roasts on Mondays and Thursdays, and posts coffee the day it is roasted.",
  primaryProduct: "Coffee subscriptions",
  coreOfferDescription:
    "Three subscriptions with shipping included: Discovery, Household and Office. Pause, skip or cancel in two clicks.",
  targetAudience:
    "People who brew at home and want to understand what they taste, and offices that are tired of bitter filter coffee.",
  audienceDemographics: { age: "28 to 55", location: "Norway, Denmark and northern Germany" },
  audiencePsychographics: {
    goals: ["Better coffee without a hobby"],
    values: ["Honest prices", "Things that are fresh"],
    interests: ["Cooking", "Design"],
  },
  audienceJobRole: "Office manager, for the wholesale half",
  audiencePainPoints: ["Coffee without a date", "Recipes that contradict each other", "Bitter office coffee"],
  audienceDesiredOutcomes: ["A cup that is good every morning", "Knowing what to change when it is not"],
  contentFocus: "Brewing explained so that one change at a time makes it better.",
  primaryTopics: ["Cold brew", "Freshness", "Office coffee", "Farms"],
  toneOfVoice: "Plain and dry, with figures where we have them. Never calls a coffee premium.",
  brandKeywords: ["roasting date", "eleven farms", "Bergen"],
  competitors: ["Supermarket coffee", "Capsules"],
  primaryCta: "Choose a subscription",
  primaryCtaUrl: "https://northwind.test/pricing",
  awarenessStage: "problem_aware",
  socialPlatforms: ["linkedin", "instagram", "x", "facebook", "threads", "bluesky"],
  postingTimes: {
    linkedin: [
      { weekday: 2, time: "08:30" },
      { weekday: 4, time: "08:30" },
    ],
    instagram: [
      { weekday: 1, time: "17:00" },
      { weekday: 6, time: "10:00" },
    ],
    x: [{ weekday: 3, time: "09:15" }],
    facebook: [{ weekday: 5, time: "12:00" }],
    threads: [{ weekday: 7, time: "19:00" }],
    bluesky: [{ weekday: 3, time: "12:30" }],
    blog: [{ weekday: 2, time: "07:00" }],
  },
  blogStyle: "Short sections, one thing to do in each.",
  contentUpgradeType: "checklist",
  emailTone: "As one would write to a regular at the counter.",
  emailFrequency: "Twice a month",
  listBuildingGoals: ["People who brew at home"],
  primaryContentGoal: "Subscriptions",
  brandColors: { primary: "#0d5c5a", accent: "#d9822b" },
};

export const northwindStrategy: Given<typeof contentStrategies> = {
  name: "Brew better at home",
  goal: "consideration",
  voice: "insider",
  template: "how-to",
  length: "standard",
  targetAudience: "People who own a jar or a filter and no scales yet.",
  contentFocus: "One change at a time, and how to tell that it worked.",
  customerPsychology: {
    decisionMakers: ["Whoever gets up first", "The office manager"],
    problems: ["It tastes different every day", "Advice assumes equipment they do not own"],
    searchBehavior: ["Searches for a ratio in the evening", "Asks a friend before buying beans"],
  },
  scenarios: [
    {
      name: "The first warm weekend",
      situation: "It is Saturday, it is warm, and hot coffee does not appeal.",
      question: "Can I make cold brew with what I have?",
      nextStep: "Fills a jar tonight with the checklist beside it.",
    },
  ],
  isDefault: true,
};

type Fact = {
  name: string;
  kind: (typeof factKinds)[number];
  statement: string;
  sentence: string;
  page: string;
};

/** What an analysis of the site found and a person accepted. */
export const northwindFacts: Fact[] = [
  {
    name: "offer",
    kind: "offer",
    statement: "Northwind roasts twice a week and posts the same day.",
    sentence:
      "We roast twice a week, post on the same day, and print the date on every bag, so that you drink it in the three weeks when it tastes best.",
    page: "",
  },
  {
    name: "farms",
    kind: "proof",
    statement: "Coffee comes from eleven farms, and the price of each lot is published.",
    sentence:
      "We buy from eleven farms in Ethiopia, Colombia and Guatemala, and publish what we pay for each lot.",
    page: "",
  },
  {
    name: "arrival",
    kind: "proof",
    statement: "94 % of parcels arrive within three days of roasting.",
    sentence: "94 % of our parcels arrive within three days of roasting.",
    page: "",
  },
  {
    name: "offices",
    kind: "proof",
    statement: "Northwind supplies 63 cafés and 118 offices.",
    sentence: "We supply 63 cafés and 118 offices in Norway, Denmark and northern Germany.",
    page: "wholesale",
  },
  {
    name: "discovery-plan",
    kind: "price",
    statement: "The Discovery subscription costs 14 euros a month with shipping included.",
    sentence: "Three subscriptions from 14 euros a month, shipping included.",
    page: "pricing",
  },
  {
    name: "office-plan",
    kind: "price",
    statement: "The Office subscription is four kilos for 129 euros a month with a grinder on loan.",
    sentence: "Four kilos, a grinder on loan and a monthly brewing lesson.",
    page: "pricing",
  },
  {
    name: "cancel",
    kind: "offer",
    statement: "Subscribers can pause, skip or cancel in two clicks; there is no minimum term.",
    sentence: "Pause, skip or cancel in two clicks. There is no minimum term and no phone call.",
    page: "",
  },
  {
    name: "tastings",
    kind: "proof",
    statement: "In tastings of 40 lots, scores fell by less than one point until day 21.",
    sentence:
      "In our own tastings of 40 lots, scores fell by less than one point until day 21, and by four points until day 45.",
    page: "blog/what-a-roasting-date-tells-you",
  },
  {
    name: "visit",
    kind: "place",
    statement: "The roastery at Pier 14 in Bergen is open on Saturdays.",
    sentence:
      "The roastery at Pier 14 in Bergen is open to visitors on Saturdays from 10 to 16, with a free tasting at noon.",
    page: "contact",
  },
  {
    name: "voice",
    kind: "voice",
    statement: "The company does not call its coffee premium.",
    sentence: "Call a coffee “premium” when we can say where it grew.",
    page: "about",
  },
];

type Topic = Pick<Given<typeof contentTopics>, "title" | "status"> & {
  description: string;
  keywords: string[];
  engagement: [score: number, reason: string];
  difficulty: [score: number, reason: string];
};

export const northwindTopics: Topic[] = [
  {
    title: "Cold brew without a recipe book",
    status: "used",
    description: "One ratio, one night, and what to change when it is off.",
    keywords: ["cold brew", "cold brew ratio"],
    engagement: [86, "A question people have in the evening and can act on at once."],
    difficulty: [58, "Many pages rank for the ratio; few say what to change."],
  },
  {
    title: "Cold brew or iced coffee",
    status: "used",
    description: "Why the same beans taste of two things.",
    keywords: ["cold brew or iced coffee", "iced coffee"],
    engagement: [74, "Settles an argument, so it is shared."],
    difficulty: [49, "Comparisons are common, with beans they are not."],
  },
  {
    title: "Cold coffee for a whole office",
    status: "used",
    description: "One jug, ten minutes on Monday.",
    keywords: ["cold brew for the office", "office coffee"],
    engagement: [63, "Speaks to whoever orders for others: fewer readers, larger orders."],
    difficulty: [31, "Hardly anybody writes for offices."],
  },
  {
    title: "When a bag is at its best",
    status: "used",
    description: "The roasting date, read by somebody who wants to drink it cold.",
    keywords: ["roasting date", "how long does coffee keep"],
    engagement: [69, "Explains a thing everybody sees and nobody reads."],
    difficulty: [44, "Our own journal ranks for it already."],
  },
  {
    title: "A Saturday at the roastery",
    status: "used",
    description: "What happens at the noon tasting.",
    keywords: ["coffee tasting bergen"],
    engagement: [52, "Local, so few readers who come by."],
    difficulty: [18, "Nobody else can write it."],
  },
  {
    title: "A grinder for less than a month of coffee",
    status: "chosen",
    description: "What a hand grinder changes, and what it does not.",
    keywords: ["hand grinder", "coffee grinder cheap"],
    engagement: [78, "A purchase that readers are about to make."],
    difficulty: [71, "Shops and testers hold the first page."],
  },
  {
    title: "What we pay for a kilo, and why it is on the page",
    status: "suggested",
    description: "One lot from farm to bag, with every price.",
    keywords: ["fair coffee price"],
    engagement: [66, "Numbers that others keep to themselves."],
    difficulty: [27, "Little that is concrete has been written."],
  },
  {
    title: "Decaf that somebody chose",
    status: "suggested",
    description: "How caffeine leaves a bean, and what else goes with it.",
    keywords: ["good decaf coffee"],
    engagement: [57, "A loyal group that is seldom spoken to."],
    difficulty: [39, "Chemistry is well covered, taste is not."],
  },
];
