/** What the model knows of a lead: all of it is there soon after it came, none of it says how to reach somebody or how it went. */
export type Sample = {
  sourceId: string | null;
  hasCompany: boolean;
  /** 1 to 6, from up to ten people to more than a thousand. */
  companySize: number | null;
  hasJobTitle: boolean;
  /** In minor units of the organization's usual currency. */
  value: number | null;
  cameByForm: boolean;
  /** Steps on the way to us that are known, up to a week after it came. */
  touches: number;
};

export type FeatureGroup = "source" | "company" | "company_size" | "job_title" | "value" | "form" | "touches";

/** A column of the model. Sources have one each, the rest of them none. */
export type Feature = { key: string; group: FeatureGroup; mean: number; deviation: number };

type Reading = { group: FeatureGroup; of(sample: Sample): number | null };

const readings: Record<string, Reading> = {
  company: { group: "company", of: ({ hasCompany }) => Number(hasCompany) },
  company_size: { group: "company_size", of: ({ companySize }) => companySize },
  job_title: { group: "job_title", of: ({ hasJobTitle }) => Number(hasJobTitle) },
  value: { group: "value", of: ({ value }) => (value === null ? null : Math.log1p(Math.max(value, 0))) },
  form: { group: "form", of: ({ cameByForm }) => Number(cameByForm) },
  touches: { group: "touches", of: ({ touches }) => Math.log1p(touches) },
};
const mostSources = 8;
const leastOfSource = 10;

/** The columns that these samples give rise to; what is the same for all of them teaches nothing and is left out. */
export function featuresOf(samples: readonly Sample[]): Feature[] {
  const sources = commonSources(samples).map((id): [string, Reading] => [
    `source:${id}`,
    readingOf(`source:${id}`),
  ]);
  return [...sources, ...Object.entries(readings)].flatMap(([key, { group, of }]) => {
    const values = samples.map(of).filter((value) => value !== null);
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
    const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(values.length, 1);
    const deviation = Math.sqrt(spread);
    return deviation < 1e-9 ? [] : [{ key, group, mean, deviation }];
  });
}

/** On one scale: 0 is the average lead, and whatever is not known counts as average. */
export function standardise(
  sample: Sample,
  features: readonly Pick<Feature, "key" | "mean" | "deviation">[],
): number[] {
  return features.map(({ key, mean, deviation }) => {
    const value = readingOf(key).of(sample);
    return value === null ? 0 : (value - mean) / deviation;
  });
}

export function groupOf(key: string): FeatureGroup {
  return readingOf(key).group;
}

function readingOf(key: string): Reading {
  const known = Object.hasOwn(readings, key) ? readings[key] : undefined;
  if (known) return known;
  const id = key.slice("source:".length);
  return { group: "source", of: ({ sourceId }) => Number(sourceId === id) };
}

function commonSources(samples: readonly Sample[]): string[] {
  const counts = new Map<string, number>();
  for (const { sourceId } of samples) if (sourceId) counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= leastOfSource)
    .toSorted(([one, a], [other, b]) => b - a || one.localeCompare(other))
    .slice(0, mostSources)
    .map(([id]) => id);
}
