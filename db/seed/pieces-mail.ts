import type { WrittenEmail, WrittenSequence, WrittenUpgrade } from "./pieces-written";

export const writtenUpgrade: WrittenUpgrade = {
  name: "checklist",
  topic: "Cold brew without a recipe book",
  title: "The cold brew checklist for your fridge door",
  conversionGoal: "email_signup",
  ctaText: "Start with a Discovery bag",
  ctaUrl: "https://northwind.test/pricing",
  slug: "cold-brew-checklist",
  upgradeType: "checklist",
  description:
    "One page, twelve ticks: everything between an empty jar on Sunday and a good glass on Thursday.",
  body: `
## Before you start

- The bag has a roasting date, and it is five days to three weeks old.
- The grind looks like coarse salt.
- The jar is clean and smells of nothing.

## In the evening

- Eighty grams of coffee for a one-litre jar.
- 800 grams of cold water: half first, stir, then the rest.
- No dry coffee on top. If there is some, push it under.
- Lid on. Write the hour on a strip of tape.

## In the morning

- Twelve hours in the fridge have passed, or eight on the table.
- Strained through a sieve, then through paper if you mind the silt.
- Into a closed bottle, back into the fridge.

## In the glass

- Ice first. Taste before you add milk.
- Too strong? Thin the glass, not the bottle.

## What I will change next time

Thin: more coffee. Bitter: coarser, or four hours less. Hollow: an older bag. **One thing a night.**`,
};

const sale = {
  conversionGoal: "sale",
  ctaText: "Choose a subscription",
  ctaUrl: "https://northwind.test/pricing",
};

export const writtenSequence: WrittenSequence = {
  ...sale,
  name: "sequence",
  topic: "Cold brew without a recipe book",
  title: "From the first jar to a summer of coffee",
  sequenceType: "nurture",
  description:
    "Three mails for everybody who took the checklist: the first jar, what to change in the second, and an offer to those who liked it.",
};

export const writtenEmails: WrittenEmail[] = [
  {
    ...sale,
    name: "mail-1",
    title: "Your jar for tonight",
    subjectLine: "Your jar for tonight",
    preheader: "Eighty grams, 800 grams, twelve hours. The rest is sleep.",
    delayMinutes: 0,
    body: `
Hello {{lead.first_name|there}},

here is the checklist you asked for. Print it, or keep it on your phone; the fridge door is the better place.

If you do only three things tonight, do these:

1. Weigh the coffee. Eighty grams for a one-litre jar.
2. Grind it like coarse salt, or ask somebody to.
3. Write the hour on the lid.

Tomorrow morning, strain it, pour it over ice and taste it before you add anything. Then answer this mail and tell us what it tastes of. A person reads it.

Nora and everybody at {{business.name}}`,
  },
  {
    ...sale,
    name: "mail-2",
    title: "The second jar is the good one",
    subjectLine: "The second jar is the good one",
    preheader: "Thin, bitter or hollow? One change, not three.",
    delayMinutes: 2880,
    body: `
Hello {{lead.first_name|there}},

the first jar shows you what your coffee and your fridge do. The second one is where you steer.

- **Was it thin?** Ten grams more coffee. Not more hours: they bring bitterness, not strength.
- **Was it bitter?** Grind coarser, or strain it four hours sooner.
- **Was it hollow?** The bag was too young or too old. Day five to day twenty-one is the time.

Change one thing. If you change two, you will not know which of them it was.

And if it was good: write down what you did. Really. You will want it in August.

Jonas, who teaches the brewing classes at {{business.name}}`,
  },
  {
    ...sale,
    name: "mail-3",
    title: "A bag with a date on it, every month",
    subjectLine: "{{lead.first_name|Hello}}, a different farm every month?",
    preheader: "Discovery: one bag, one farm, a card that says what to look for.",
    delayMinutes: 5760,
    claims: [
      { claim: "It costs 14 euros a month, shipping included.", fact: "discovery-plan" },
      {
        claim:
          "The quickest way to find more of it is to taste widely, and that is what our Discovery subscription is for: one bag a month, from a different farm each time, with a card that says what to look for.",
        confirmed: true,
      },
    ],
    body: `
Hello {{lead.first_name|there}},

by now you know what you like cold. The quickest way to find more of it is to taste widely, and that is what our Discovery subscription is for: one bag a month, from a different farm each time, with a card that says what to look for.

It costs 14 euros a month, shipping included. You can pause, skip or cancel in two clicks, and there is no minimum term.

We print the roasting date on every bag, so you will know when to fill the jar.

If that is not for you, no harm done: the checklist is yours, and so is the recipe you have made of it.

Nora`,
  },
];
