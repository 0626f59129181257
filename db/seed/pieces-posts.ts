import type { WrittenPost } from "./pieces-written";

const subscribe = {
  conversionGoal: "sale",
  ctaText: "Choose a subscription",
  ctaUrl: "https://northwind.test/pricing",
};

export const writtenPosts: WrittenPost[] = [
  {
    ...subscribe,
    name: "first-jar",
    conversionGoal: "lead_magnet",
    ctaText: "Get the cold brew checklist",
    topic: "Cold brew without a recipe book",
    title: "Cold brew for the first time: one jar, one night",
    slug: "cold-brew-for-the-first-time",
    metaTitle: "Cold brew for the first time: one jar, one night",
    metaDescription:
      "How to make cold brew with a jar, a sieve and the coffee you already have: the ratio, the grind, the hours, and what to change when it is off.",
    keywords: ["cold brew", "cold brew ratio", "cold brew at home"],
    claims: [
      {
        claim: "In our own tastings of 40 lots, scores fell by less than one point until day 21.",
        fact: "tastings",
      },
    ],
    firstBody: `
Cold brew is one of the easiest ways to make coffee. All you need is a jar, coffee, water and a night.

## What you need

- a one-litre jar with a lid
- eighty grams of coffee
- a fine sieve

## How it works

Put the coffee into the jar, pour the water over it, stir, and put it into the fridge. In the morning, strain it. That is all there is to it.`,
    body: `
Cold brew asks for no machine and no steady hand. It asks for a jar, a sieve and one night. That makes it the kindest way to meet a new coffee: nothing you do at seven in the morning can spoil it.

## The cold brew ratio, and why it is easy to remember

Take one part coffee to ten parts water. Eighty grams of coffee and 800 grams of water fill a one-litre jar. That gives a brew you can drink as it is, over ice. If you like to add milk, use half the water and thin the glass, not the jar.

Weigh both. A spoon of a light roast holds a third less coffee than a spoon of a dark one, and that is the whole difference between sweet and thin.

## Grind like coarse salt

The water has all night, so it needs no help. A fine grind gives more, but what it gives late is bitter, and it slips through every sieve. If you have no grinder, [we grind it for you](https://northwind.test/pricing); ask for cold brew, not for filter.

## Twelve hours in the fridge, or eight on the table

Pour half of the water, stir until no coffee is dry, then pour the rest. Put the lid on.

1. In the fridge: twelve to sixteen hours. Slower, cleaner, hard to overdo.
2. On the table: eight hours, then straight into the fridge. Rounder, with more of the fruit.

Strain it through a sieve, then through a paper filter if you mind the silt. It keeps for four days in a closed bottle.

## Which coffee

One with a date on it. In our own tastings of 40 lots, scores fell by less than one point until day 21. Cold water is less forgiving than hot: it brings out sweetness and leaves sharpness behind, but it cannot bring back an aroma that has gone. Anything that tastes of berries or stone fruit when hot will taste of it twice when cold.

## When it is off

- **Thin:** more coffee, not more hours.
- **Bitter:** coarser, or four hours less.
- **Sour and hollow:** the coffee was too fresh. Give the bag until its fifth day.

Change one thing a night. By the fourth jar you have a recipe of your own, and no need for this one.`,
  },
  {
    ...subscribe,
    name: "cold-brew-or-iced",
    topic: "Cold brew or iced coffee",
    title: "Cold brew or iced coffee: the same beans, two drinks",
    slug: "cold-brew-or-iced-coffee",
    metaTitle: "Cold brew or iced coffee: which one do you want?",
    metaDescription:
      "Cold brew takes a night and tastes round. Iced filter takes four minutes and tastes bright. What the water does, and which coffee suits which.",
    keywords: ["cold brew or iced coffee", "iced coffee"],
    body: `
Cold brew or iced coffee: on the menu they stand side by side, and in the glass they look alike. They are made the opposite way, and they taste of it.

## What the water does

Hot water takes everything, quickly: acids first, then sugars, then what is bitter. Cold water takes its time and never gets to the end of the list. So cold brew is round, low in acid and a little like cocoa, whatever you put in. Iced filter coffee is brewed hot and caught on ice. It keeps its acids, and with them everything that smells of fruit and flowers.

## Which coffee for which drink

We buy from eleven farms and publish what we pay for each lot. Two of them show the difference better than any words:

- **The natural from Guji** is all strawberry. As cold brew it turns to jam: sweet, thick, a bit much after one glass.
- **The washed from Huila** is lemon and brown sugar. As cold brew it goes quiet. Over ice it sings.

A rule that holds more often than not: naturals into the jar, washed coffees over ice.

## Iced filter in four minutes

1. Put 130 grams of ice into the jug.
2. Brew with 20 grams of coffee and 200 grams of hot water, a little finer than usual, straight on to the ice.
3. Swirl until the last cube is thin. Drink it at once: it does not keep.

## Cold brew for the rest of the week

One jar on Sunday is breakfast until Thursday. How to make it is a [page of its own](https://northwind.test/blog), and so is the checklist that goes on the fridge door.

So which one? If you want coffee now and like it bright, pour it over ice. If you want it to be there when you get up, fill the jar tonight.`,
  },
  {
    ...subscribe,
    name: "office-jug",
    topic: "Cold coffee for a whole office",
    title: "Cold brew for twenty people, and nobody minds the machine",
    slug: "cold-brew-for-the-office",
    metaTitle: "Cold brew for the office: one jug, twenty people",
    metaDescription:
      "An office can have good coffee in summer without a second machine: one five-litre jug, ten minutes on Monday, and a list for the fridge door.",
    keywords: ["cold brew for the office", "office coffee"],
    claims: [
      { claim: "We supply 118 offices, and in July most of them ask the same question.", fact: "offices" },
      {
        claim: "The Office subscription is four kilos a month for 129 euros, with a grinder on loan.",
        fact: "office-plan",
      },
    ],
    body: `
We supply 118 offices, and in July most of them ask the same question. The machine is hot, the kitchen is hotter, and half of what is brewed at nine is poured away at eleven. What can we do?

Cold brew for the office is the dullest good answer there is. Ten minutes on Monday, one jug, no queue.

## What it takes

- a jug of five litres with a tap, from any kitchen shop
- 400 grams of coffee, ground like coarse salt
- four litres of cold water
- a cloth filter that somebody is willing to rinse

## Ten minutes on Monday

1. Coffee into the cloth, cloth into the jug, water over it. Push it under with a spoon.
2. Lid on, into the fridge, and a note with the hour on the lid.
3. On Tuesday morning lift out the cloth. The jug is good until Friday.

Put milk, oat milk and a jar of simple syrup beside it, and write on the jug whether it is strong. It is: twenty people at one glass each empty it by Wednesday afternoon.

## What it saves

Nobody stands at the machine, so nobody minds it. What is left in the jug at five is still good at nine. And the beans are the ones you have: no second order, no capsules.

The Office subscription is four kilos a month for 129 euros, with a grinder on loan. A jug a week takes a little under half of that. If you would like to try it on your own people first, [ask for a tasting box](https://northwind.test/wholesale).`,
  },
];
