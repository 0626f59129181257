import { ascii, companiesOf, type SeedCompany } from "./lead-companies";
import { channels, type ChannelName } from "./lead-channels";
import { freshFor, type Kind, type LeadStory, storyOf } from "./lead-stories";
import { cities, type Country, firstNames, jobTitles, lastNames, notes } from "./lead-words";
import { type Dice, diceOf } from "./dice";

export type SeedLead = {
  firstName: string;
  lastName: string;
  email: string;
  phone: string | null;
  jobTitle: string | null;
  /** Place in the list of companies. */
  company: number | null;
  kind: Kind;
  city: string;
  country: string;
  channel: ChannelName;
  notes: string;
  tags: string[];
  custom: { kilos: number | null; machine: string | null; drinks: string[]; tasting: string | null };
  /** What a year of coffee is worth, in cents of a euro. */
  value: number;
  bant: { budget: string; authority: string; need: string; timeline: string } | null;
  story: LeadStory;
};

export type LeadYear = { companies: SeedCompany[]; leads: SeedLead[] };

const day = 86_400_000;
const leadCount = 600;
const companyCount = 150;

/** A year of people who asked a roastery for coffee: the same year for the same seed, ending now. */
export function leadYear(now: number, seed = 20_260): LeadYear {
  const dice = diceOf(seed);
  const companies = companiesOf(dice, companyCount);
  const taken = new Set<string>();
  const leads = arrivals(now, dice).map((arrivedAt) => leadOf({ dice, companies, arrivedAt, now, taken }));
  return { companies, leads };
}

/** Of these nobody has done anything yet: they came since yesterday. */
const freshCount = 9;

/** More in spring and autumn than in July, on working days, and a third more at the end of the year than at its start. */
function arrivals(now: number, dice: Dice): number[] {
  const times = Array.from({ length: freshCount }, () => now - dice.between(10, 26 * 60) * 60_000);
  while (times.length < leadCount) {
    const at = now - freshFor - Math.floor(dice.roll() * 362 * day);
    if (dice.roll() < likelihoodOf(at, now)) times.push(atWorkingHour(at, now, dice));
  }
  return times.toSorted((one, other) => one - other);
}

const byMonth = [0.7, 0.8, 1, 1, 0.9, 0.6, 0.35, 0.7, 1, 1, 0.95, 0.6];

function likelihoodOf(at: number, now: number): number {
  const date = new Date(at);
  const weekday = date.getUTCDay() === 0 || date.getUTCDay() === 6 ? 0.3 : 1;
  const growth = 0.75 + 0.25 * (1 - (now - at) / (365 * day));
  return (byMonth[date.getUTCMonth()] ?? 1) * weekday * growth;
}

function atWorkingHour(at: number, now: number, dice: Dice): number {
  const inDay = (7 * 60 + dice.between(0, 12 * 60)) * 60_000 + dice.between(0, 59_999);
  return Math.min(Math.floor(at / day) * day + inDay, now - freshFor - 1);
}

type Making = { dice: Dice; companies: SeedCompany[]; arrivedAt: number; now: number; taken: Set<string> };

function leadOf({ dice, companies, arrivedAt, now, taken }: Making): SeedLead {
  const channel = dice.weigh(weightsOf(arrivedAt));
  const isHome = dice.chance(channels[channel].home);
  const company = isHome ? null : dice.between(0, companies.length - 1);
  const place = company === null ? null : (companies[company] ?? null);
  const kind: Kind = place?.kind ?? "home";
  const country = place?.countryKey ?? dice.weigh({ no: 6, dk: 2, de: 2 });
  const person = personOf({ dice, country, domain: place?.domain ?? null, taken });
  const value = valueOf(dice, kind);
  const story = storyOf({ dice, kind, channel, arrivedAt, now });
  return {
    ...person,
    ...(kind === "home" ? { jobTitle: null } : { jobTitle: dice.pick(jobTitles[kind]) }),
    company,
    kind,
    city: place?.city ?? dice.weigh(cities[country].weight),
    country: cities[country].name,
    channel,
    notes: dice.chance(0.22) ? dice.pick(notes) : "",
    tags: tagsOf(dice, kind, value),
    custom: customOf(dice, kind, story),
    value,
    bant: kind !== "home" && story.reached >= 2 ? bantOf(dice, story) : null,
    story,
  };
}

/** The fair is three days of autumn; its cards are typed in within the week. */
function weightsOf(arrivedAt: number): Record<ChannelName, number> {
  const date = new Date(arrivedAt);
  const isFair = date.getUTCMonth() === 9 && date.getUTCDate() > 9 && date.getUTCDate() < 18;
  return {
    guide: 26,
    enquiry: 20,
    linkedin: 14,
    search: 12,
    instagram: 10,
    referral: 9,
    newsletter: 6,
    fair: isFair ? 90 : 0,
  };
}

type PersonMaking = { dice: Dice; country: Country; domain: string | null; taken: Set<string> };

function personOf({ dice, country, domain, taken }: PersonMaking) {
  const firstName = dice.pick(firstNames[country]);
  const lastName = dice.pick(lastNames[country]);
  const name = `${ascii(firstName)}.${ascii(lastName)}`;
  const host = domain ?? dice.pick(["mail.example", "post.example", "inbox.example"]);
  let email = `${name}@${host}`;
  for (let count = 2; taken.has(email); count++) email = `${name}${count}@${host}`;
  taken.add(email);
  const digits = String(dice.between(20_000_000, 99_999_999));
  const phone = dice.chance(0.55) ? `${cities[country].dial}${digits}` : null;
  return { firstName, lastName, email, phone };
}

function valueOf(dice: Dice, kind: Kind): number {
  if (kind === "home") return dice.pick([1_400, 2_600, 3_900]) * 12;
  if (kind === "office") return 12_900 * dice.between(1, 6) * 12;
  return dice.between(18, kind === "hotel" ? 160 : 90) * 10_000;
}

function tagsOf(dice: Dice, kind: Kind, value: number): string[] {
  const own = { office: "office", cafe: "café", hotel: "hotel", home: "home" }[kind];
  return [
    own,
    ...(value >= 500_000 ? ["large order"] : []),
    ...(dice.chance(0.12) ? ["decaf"] : []),
    ...(kind !== "home" && dice.chance(0.18) ? ["grinder on loan"] : []),
    ...(dice.chance(0.08) ? ["asks for invoices"] : []),
  ];
}

function customOf(dice: Dice, kind: Kind, { movedAt, reached }: LeadStory): SeedLead["custom"] {
  const kilos = { office: [2, 30], cafe: [15, 90], hotel: [25, 160], home: [1, 3] }[kind];
  const visited = kind !== "home" && reached >= 2 && dice.chance(0.4);
  return {
    kilos: dice.chance(0.8) ? dice.between(kilos[0] ?? 1, kilos[1] ?? 3) : null,
    machine: dice.chance(0.7)
      ? dice.weigh({
          "Filter machine": 4,
          "Espresso machine": 3,
          "Bean-to-cup": 3,
          Capsules: 2,
          "French press": 1,
        })
      : null,
    drinks: ["Filter", "Espresso", "Cold brew", "Decaf"].filter(() => dice.chance(0.35)),
    tasting: visited ? new Date(movedAt).toISOString().slice(0, 10) : null,
  };
}

function bantOf(dice: Dice, { reached }: LeadStory): SeedLead["bant"] {
  return {
    budget: dice.pick(["Set for the year", "Decides per quarter", "Compares with today's bill"]),
    authority: dice.pick(["Decides alone", "Decides with the managing director", "Recommends to the board"]),
    need: dice.pick([
      "Coffee tastes bitter",
      "Supplier delivers late",
      "New floor opens",
      "Guests ask for it",
    ]),
    timeline:
      reached >= 3 ? dice.pick(["This month", "Next month"]) : dice.pick(["This quarter", "After summer"]),
  };
}
