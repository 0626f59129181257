import type { Id } from "../ids";
import { type clicks, type linkDays, type Tally } from "../schema/cell/links";
import type { Dice } from "./dice";
import { type Ground, newId } from "./people";

export type SeededClick = Omit<typeof clicks.$inferInsert, "organizationId">;
type Way = { linkId: Id<"link">; age: number; pace: number; medium: string };

const day = 86_400_000;

const browsers = {
  phone: {
    device: "mobile",
    browser: "Safari",
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
  },
  android: {
    device: "mobile",
    browser: "Chrome",
    userAgent:
      "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
  },
  desk: {
    device: "desktop",
    browser: "Chrome",
    userAgent:
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
  },
  tablet: {
    device: "tablet",
    browser: "Safari",
    userAgent: "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Safari/604.1",
  },
} as const;

const robots = [
  "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
  "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
  "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
  "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
];

const referrers: Record<string, string[]> = {
  social: ["linkedin.com", "instagram.com", "x.com", "bsky.app", ""],
  email: ["", "", "mail.google.com", "outlook.live.com"],
  blog: ["google.com", "", "duckduckgo.com"],
  qr: [""],
};

/** More on weekdays than at the end of the week, more when it is new, and a wave after each mailing. */
export function clicksOf(dice: Dice, ground: Ground, { linkId, age, pace, medium }: Way): SeededClick[] {
  const found: SeededClick[] = [];
  for (let ago = age; ago >= 0; ago--) {
    const weekday = new Date(ground.now - ago * day).getUTCDay();
    const isWave = medium === "email" && ago % 14 === 12;
    const season = (weekday === 0 || weekday === 6 ? 0.45 : 1) * (isWave ? 4 : 1) * (1 + 2 / (age - ago + 2));
    const many = Math.round(pace * season * (0.6 + dice.roll() * 0.8));
    for (let n = 0; n < many; n++) {
      const at = Math.floor(ground.now - ago * day - dice.roll() * day * 0.9);
      found.push(oneClick(dice, ground, { linkId, at, medium, isWave }));
    }
  }
  return found.toSorted((a, b) => a.createdAt - b.createdAt);
}

type One = { linkId: Id<"link">; at: number; medium: string; isWave: boolean };

function oneClick(dice: Dice, ground: Ground, { linkId, at, medium, isWave }: One): SeededClick {
  const verdict = dice.weigh({ human: isWave ? 60 : 80, suspect: 5, bot: isWave ? 35 : 15 });
  const base = {
    linkId,
    clickId: newId({ ...ground, now: at }, "click"),
    createdAt: at,
    visitorId: null,
    country: dice.weigh({ US: 38, DE: 17, GB: 14, NL: 7, CA: 6, AT: 4, FR: 4, SE: 3, AU: 3 }),
    network: null,
    judgedBy: null,
    signals: [],
    verdict,
  };
  if (verdict === "bot" && !isWave)
    return {
      ...base,
      device: "other",
      browser: "",
      language: "",
      referrer: "",
      userAgent: dice.pick(robots),
      reason: "known_agent",
    };
  const kind = dice.weigh(
    medium === "qr"
      ? { phone: 6, android: 4, desk: 0.1, tablet: 0.1 }
      : { phone: 36, android: 24, desk: 35, tablet: 5 },
  );
  const reason = { human: "looks_human", suspect: "repeated", bot: "burst_of_links" }[verdict];
  const language = base.country === "DE" || base.country === "AT" ? "de" : "en";
  return { ...base, ...browsers[kind], language, referrer: dice.pick(referrers[medium] ?? [""]), reason };
}

type DayRow = Omit<typeof linkDays.$inferInsert, "organizationId">;

/** The very counts that recording them would have left. */
export function countDays(seen: readonly SeededClick[]): DayRow[] {
  const rows = new Map<string, DayRow>();
  for (const { linkId, createdAt, verdict, country, device, referrer } of seen) {
    const day = new Date(createdAt).toISOString().slice(0, 10);
    const key = `${linkId} ${day} ${verdict}`;
    const row = rows.get(key) ?? {
      linkId,
      day,
      verdict,
      clicks: 0,
      countries: {},
      devices: {},
      referrers: {},
    };
    rows.set(key, row);
    row.clicks++;
    count(row.countries, country ?? "??");
    count(row.devices, device);
    count(row.referrers, referrer || "direct");
  }
  return [...rows.values()];
}

function count(tally: Tally, word: string): void {
  tally[word] = (tally[word] ?? 0) + 1;
}
