export type SeedMessage = {
  direction: "inbound" | "outbound";
  channel: "email" | "phone" | "chat" | "meeting";
  subject?: string;
  /** `{name}` is their first name. */
  content: string;
  daysAgo: number;
};

/** Threads as they go between a roastery and those who may buy from it: the newest message last. */
export const threads: readonly SeedMessage[][] = [
  [
    {
      direction: "inbound",
      channel: "email",
      subject: "Coffee for our new café",
      daysAgo: 9,
      content:
        "Hello,\n\nwe are opening in May and are looking for a house espresso. Could you send us samples of two or three roasts?\n\nBest,\n{name}",
    },
    {
      direction: "outbound",
      channel: "email",
      subject: "Re: Coffee for our new café",
      daysAgo: 8,
      content:
        "Hi {name},\n\nwith pleasure: three bags are on their way and arrive on Thursday. I have put the brewing notes inside.\n\nNorthwind Coffee",
    },
    {
      direction: "inbound",
      channel: "email",
      subject: "Re: Coffee for our new café",
      daysAgo: 2,
      content:
        "Hello,\n\nthank you for the samples, everybody here loved the Guji. How much would 40 kg a month cost? Our budget is about €900 a month. We are also talking to Bean Brothers, so a quote by Friday would help.\n\nBest,\n{name}",
    },
  ],
  [
    {
      direction: "inbound",
      channel: "phone",
      daysAgo: 5,
      content:
        "Called about the office machine. They compare with other suppliers and want a trial week before they sign the contract. The office manager decides with the director.",
    },
  ],
  [
    {
      direction: "inbound",
      channel: "email",
      subject: "Delivery last week",
      daysAgo: 3,
      content:
        "Hello,\n\nthe delivery was late again and two bags were broken. We are disappointed, because the coffee itself is great. Could you tell us what happened?\n\nRegards,\n{name}",
    },
    {
      direction: "outbound",
      channel: "email",
      subject: "Re: Delivery last week",
      daysAgo: 2,
      content:
        "Hello {name},\n\nthat should not have happened. The courier dropped the box; two fresh bags leave the roastery today, at our cost.\n\nNorthwind Coffee",
    },
  ],
  [
    {
      direction: "inbound",
      channel: "chat",
      daysAgo: 0.2,
      content: "Do you deliver to offices outside the city, and what are your payment terms?",
    },
  ],
  [
    {
      direction: "outbound",
      channel: "email",
      subject: "Your tasting on Tuesday",
      daysAgo: 12,
      content:
        "Hi {name},\n\nthank you for coming by. The offer for the three coffees you liked is attached.\n\nNorthwind Coffee",
    },
    {
      direction: "inbound",
      channel: "email",
      subject: "Re: Your tasting on Tuesday",
      daysAgo: 6,
      content:
        "Hello,\n\nit is too expensive for us as it stands. Is there a discount if we order for the whole year? Then we would like to start in June.\n\nCheers,\n{name}",
    },
  ],
  [
    {
      direction: "inbound",
      channel: "meeting",
      daysAgo: 7,
      content:
        "Met at their hotel. They are happy with the taste and want barista training for six people. They currently use Royal Roasters and their agreement ends in August. Ready to start after that.",
    },
  ],
  [
    {
      direction: "inbound",
      channel: "email",
      subject: "Thanks",
      daysAgo: 14,
      content:
        "Hello,\n\nwe decided against a new supplier this year and are not interested at the moment. Thank you for the patience.\n\n{name}",
    },
  ],
];
