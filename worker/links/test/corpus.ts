/** Requests as they were seen on links like these, by who made them: the known counts that the judgement must find. */
export type Recorded = {
  /** Seconds after the first. */
  at: number;
  link: 1 | 2 | 3 | 4;
  address: string;
  method?: "GET" | "HEAD";
  headers: Record<string, string>;
  networkName?: string;
};

const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";

const browsing = {
  "accept-language": "en-GB,en;q=0.9",
  "sec-fetch-mode": "navigate",
  "sec-fetch-dest": "document",
};
const reader = (userAgent: string) => ({ "user-agent": userAgent, ...browsing });

/** Eleven people: at a desk and on the train, some from one office, one of them twice, one with two links of a mail. */
const people: Recorded[] = [
  { at: 0, link: 1, address: "198.51.100.7", headers: reader(chrome) },
  { at: 1, link: 1, address: "198.51.100.8", headers: reader(chrome) },
  { at: 2, link: 1, address: "198.51.100.9", headers: reader(chrome) },
  { at: 40, link: 2, address: "203.0.113.20", headers: reader(iphone) },
  { at: 43, link: 3, address: "203.0.113.20", headers: reader(iphone) },
  { at: 300, link: 2, address: "203.0.113.21", headers: reader(firefox) },
  { at: 360, link: 2, address: "203.0.113.21", headers: reader(firefox) },
  {
    at: 500,
    link: 3,
    address: "2001:db8:1::7",
    headers: { ...reader(iphone), referer: "https://www.linkedin.com/feed/" },
  },
  { at: 620, link: 4, address: "198.51.100.7", headers: reader(chrome) },
  { at: 630, link: 1, address: "198.51.100.7", headers: reader(chrome) },
  { at: 640, link: 2, address: "198.51.100.7", headers: reader(chrome) },
];

/** A scanner of mail opens every link of a message within two seconds, dressed as a browser. */
const walkingThroughAMail: Recorded[] = ([1, 2, 3, 4] as const).map((link, index) => ({
  at: 1000 + index * 0.5,
  link,
  address: "192.0.2.50",
  headers: reader(chrome),
}));

/** Safe Links and its like: one link, several networks, the very same browser, and a language never. */
const fromSeveralNetworks: Recorded[] = ["192.0.2.1", "192.0.2.99", "198.18.4.4", "198.19.7.7"].map(
  (address, index) => ({ at: 2000 + index * 2, link: 1, address, headers: { "user-agent": chrome } }),
);

const probes: Recorded[] = [
  { at: 3000, link: 1, address: "192.0.2.60", method: "HEAD", headers: reader(chrome) },
  { at: 3001, link: 1, address: "192.0.2.61", method: "HEAD", headers: { "user-agent": iphone } },
  {
    at: 3100,
    link: 2,
    address: "192.0.2.62",
    headers: { ...reader(chrome), "sec-purpose": "prefetch;prerender" },
  },
  { at: 3200, link: 2, address: "192.0.2.63", headers: { ...reader(firefox), "x-moz": "prefetch" } },
];

const agents: Recorded[] = [
  "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
  "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
  "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
  "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
  "WhatsApp/2.23.20.0",
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/139.0.0.0 Safari/537.36",
  "curl/8.9.1",
  "python-requests/2.32.3",
  "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
  "",
].map((userAgent, index) => ({
  at: 4000 + index * 60,
  link: 3,
  address: `192.0.2.${100 + index}`,
  headers: { ...browsing, "user-agent": userAgent },
}));

/** Nobody can be sure of these: they stand apart until somebody looks. */
const doubtful: Recorded[] = [
  { at: 6000, link: 4, address: "192.0.2.200", headers: { "user-agent": chrome } },
  { at: 6100, link: 4, address: "192.0.2.201", headers: reader(chrome), networkName: "Amazon.com, Inc." },
  {
    at: 6200,
    link: 4,
    address: "192.0.2.202",
    headers: { ...reader(chrome), "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" },
  },
  ...[0, 1, 2, 3].map((index): Recorded => ({
    at: 6300 + index,
    link: 4,
    address: "192.0.2.203",
    headers: reader(firefox),
  })),
];

export const recorded: Recorded[] = [
  ...people,
  ...walkingThroughAMail,
  ...fromSeveralNetworks,
  ...probes,
  ...agents,
  ...doubtful,
];

/** One of those who clicked again and again is a person once. */
export const known = {
  human: people.length + 1,
  suspect: doubtful.length - 1,
  bot: walkingThroughAMail.length + fromSeveralNetworks.length + probes.length + agents.length,
};
