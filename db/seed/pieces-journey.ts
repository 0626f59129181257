/** From what somebody meets by chance to what they asked for: a social post, an article, the checklist, the mails. */
export const journey: [from: string, to: string, ctaText: string][] = [
  ["linkedin-office", "office-jug", "Read the amounts"],
  ["linkedin-waste", "office-jug", "Read the amounts"],
  ["instagram-ratio", "checklist", "Get the checklist"],
  ["instagram-carousel", "first-jar", "Read how"],
  ["x-ratio", "first-jar", "Read how"],
  ["x-naturals", "cold-brew-or-iced", "Read which is which"],
  ["facebook-checklist", "checklist", "Get the checklist"],
  ["threads-silt", "first-jar", "Read how"],
  ["threads-date", "first-jar", "Read how"],
  ["bluesky-iced", "cold-brew-or-iced", "Read which is which"],
  ["bluesky-honest", "cold-brew-or-iced", "Read which is which"],
  ["first-jar", "checklist", "Get the cold brew checklist"],
  ["cold-brew-or-iced", "checklist", "Get the cold brew checklist"],
  ["checklist", "sequence", "Start with the first jar"],
];
