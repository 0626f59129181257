import type { WrittenSocial } from "./pieces-written";

const toPost = {
  conversionGoal: "website_visit",
  ctaText: "Read how",
  ctaUrl: "https://northwind.test/blog",
};
const toChecklist = {
  conversionGoal: "lead_magnet",
  ctaText: "Get the checklist",
  ctaUrl: "https://northwind.test/blog",
};

export const writtenSocials: WrittenSocial[] = [
  {
    ...toPost,
    name: "linkedin-office",
    topic: "Cold coffee for a whole office",
    title: "The jug that ended the eleven o'clock queue",
    platform: "linkedin",
    text: `A small thing that works better than a second coffee machine: a five-litre jug in the office fridge.

Somebody spends ten minutes on Monday. Coffee into a cloth, cloth into the jug, water over it, lid on. On Tuesday twenty people pour themselves a glass, and nobody stands in a queue.

What is left at five is still good at nine. Try that with a filter machine.

We wrote down the amounts and the two mistakes everybody makes the first time.`,
    hashtags: ["coldbrew", "officecoffee"],
    mediaPrompts: ["A glass jug with a tap in an open office fridge, morning light, handwritten label"],
  },
  {
    ...toPost,
    name: "linkedin-waste",
    topic: "Cold coffee for a whole office",
    title: "Half of what is brewed at nine is poured away at eleven",
    platform: "linkedin",
    text: `Ask whoever empties the filter machine in your office how much goes down the sink.

Hot coffee is good for about half an hour. Kept warm until eleven it is bitter, so it is poured away and a new pot is made for four people.

Cold brew turns that round: it is made once, keeps until Friday, and costs the same beans. It is not the answer in January. In June it is the cheapest change in the kitchen.`,
    hashtags: ["coldbrew"],
    claims: [{ claim: "In June it is the cheapest change in the kitchen." }],
    mediaPrompts: ["Two coffee pots side by side, one half full, beside a sink"],
  },
  {
    ...toChecklist,
    name: "instagram-ratio",
    topic: "Cold brew without a recipe book",
    title: "One to ten",
    platform: "instagram",
    text: `One to ten. That is the whole recipe.

Eighty grams of coffee, 800 grams of water, one jar, one night. Ground like coarse salt, strained in the morning, poured over ice.

Save this for Sunday evening. The checklist for your fridge door is in the link.`,
    hashtags: ["coldbrew", "coldbrewcoffee", "homebarista", "coffeeathome", "bergen"],
    mediaPrompts: [
      "Overhead: a kitchen scale with a jar of coarse coffee, a jug of water beside it",
      "Close-up of coarse grounds between two fingers",
    ],
  },
  {
    ...toChecklist,
    name: "instagram-carousel",
    topic: "Cold brew without a recipe book",
    title: "Thin, bitter, hollow: what to change",
    platform: "instagram",
    postType: "carousel",
    text: `Your cold brew is…

1 · thin? More coffee, not more hours.
2 · bitter? Grind coarser, or strain it sooner.
3 · hollow? The bag was too fresh. Wait until day five.
4 · just right? Write it down before you forget.

One change a night. Which one is yours?`,
    hashtags: ["coldbrew", "brewbetter", "coffeetips"],
    mediaPrompts: ["Four glasses of cold brew from pale to dark on a windowsill, one label each"],
  },
  {
    ...toPost,
    name: "x-ratio",
    topic: "Cold brew without a recipe book",
    title: "The fridge does the work",
    platform: "x",
    text: "Cold brew is the only coffee you can make asleep. One part coffee, ten parts water, a jar, twelve hours in the fridge. The fridge does the work.",
    hashtags: ["coldbrew"],
    mediaPrompts: [],
    claims: [{ claim: "Cold brew is the only coffee you can make asleep.", confirmed: true }],
  },
  {
    ...toPost,
    name: "x-naturals",
    topic: "Cold brew or iced coffee",
    title: "Naturals into the jar",
    platform: "x",
    text: "A rule that holds more often than not: natural coffees into the cold brew jar, washed coffees hot over ice. Strawberry likes the cold. Lemon does not.",
    hashtags: [],
    mediaPrompts: [],
  },
  {
    ...toPost,
    name: "facebook-saturday",
    topic: "A Saturday at the roastery",
    title: "Cold brew at the Saturday tasting",
    platform: "facebook",
    text: `On Saturdays the roastery at Pier 14 is open from 10 to 16, and at noon we taste. This month it is cold: three jars, three farms, the same water and the same night.

Come and guess which is which. Nobody has got all three yet, and that includes the people who work here.`,
    hashtags: ["bergen"],
    mediaPrompts: ["Three jars of cold brew on a wooden counter, chalk numbers, harbour behind the window"],
  },
  {
    ...toChecklist,
    name: "facebook-checklist",
    topic: "Cold brew without a recipe book",
    title: "Twelve ticks for the fridge door",
    platform: "facebook",
    text: `We have put everything we tell people at the counter on one page: what to weigh, how long to wait, and what to change when it is not right.

It is made for the fridge door, it has twelve boxes to tick, and it costs nothing but your address.`,
    hashtags: [],
    mediaPrompts: ["A printed checklist under a magnet on a white fridge door"],
  },
  {
    ...toPost,
    name: "threads-silt",
    topic: "Cold brew without a recipe book",
    title: "To strain twice or not",
    platform: "threads",
    text: "Serious question for people who make cold brew at home: do you strain it once and live with the silt, or twice and live with the washing-up? At the roastery we are split down the middle, and it is getting personal.",
    hashtags: [],
    mediaPrompts: [],
  },
  {
    ...toPost,
    name: "threads-date",
    topic: "When a bag is at its best",
    title: "The date on the bag",
    platform: "threads",
    text: "If your cold brew tastes hollow, look at the bag before you look at the recipe. Too fresh and it is full of gas. Too old and there is nothing left to find. The roasting date tells you which.",
    hashtags: [],
    mediaPrompts: [],
  },
  {
    ...toPost,
    name: "bluesky-iced",
    topic: "Cold brew or iced coffee",
    title: "Four minutes or twelve hours",
    platform: "bluesky",
    text: "Two cold coffees from the same bag. Iced filter: four minutes, bright, gone by lunch. Cold brew: twelve hours, round, still good on Thursday. We wrote down which beans like which.",
    hashtags: ["coffee"],
    mediaPrompts: [],
  },
  {
    ...toPost,
    name: "bluesky-honest",
    topic: "When a bag is at its best",
    title: "What cold water cannot do",
    platform: "bluesky",
    text: "Cold brew is forgiving, with one exception: it cannot bring back an aroma that has left the bag. Fresh beans matter more in cold water, not less.",
    hashtags: ["coffee", "coldbrew"],
    mediaPrompts: [],
  },
];
