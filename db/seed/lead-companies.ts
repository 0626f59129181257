import type { Dice } from "./dice";
import { cities, companyNames, type Country, industries } from "./lead-words";

export type SeedCompany = {
  kind: "office" | "cafe" | "hotel";
  name: string;
  domain: string;
  website: string;
  industry: string;
  size: string;
  city: string;
  country: string;
  countryKey: Country;
};

const sizes = {
  office: { "11-50": 5, "51-200": 4, "1-10": 2, "201-500": 1 },
  cafe: { "1-10": 5, "11-50": 1 },
  hotel: { "11-50": 3, "51-200": 2 },
};

/** Each name once: who asks for coffee twice asks for the same company. */
export function companiesOf(dice: Dice, count: number): SeedCompany[] {
  const byName = new Map<string, SeedCompany>();
  while (byName.size < count) {
    const company = companyOf(dice);
    if (!byName.has(company.name)) byName.set(company.name, company);
  }
  return [...byName.values()];
}

function companyOf(dice: Dice): SeedCompany {
  const kind = dice.weigh({ office: 6, cafe: 4, hotel: 1 });
  const countryKey = dice.weigh({ no: 6, dk: 2, de: 3 });
  const { first, second } = companyNames[kind];
  const names = [dice.pick(first), dice.pick(second)] as const;
  const name = names.join(" ");
  const domain = `${ascii(name)}.example`;
  return {
    kind,
    name,
    domain,
    website: `https://${domain}/`,
    industry: dice.pick(industries[names[1]] ?? industries[kind] ?? [""]),
    // safe: each kind's own sizes
    size: dice.weigh(sizes[kind] as Record<string, number>),
    city: dice.weigh(cities[countryKey].weight),
    country: cities[countryKey].name,
    countryKey,
  };
}

/** As it stands in an address. */
export function ascii(text: string): string {
  const spelled = text
    .toLowerCase()
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss")
    .replaceAll("ı", "i");
  return spelled.normalize("NFD").replaceAll(/[^a-z0-9]/g, "");
}
