import { clipSentences, clipWords, plainName } from "./material";
import type { Schema } from "./schema";
import type { Supply } from "./supply";

type Kind = {
  /** The last word of a property's name, such as `title` of `metaTitle`. */
  names: string;
  from: (supply: Supply) => string;
  /** Each use wants other words; what the material says under the name is then used once. */
  varies?: true;
};

const kinds: Kind[] = [
  {
    names: "title headline heading subject line name label",
    from: (supply) => supply.headline(),
    varies: true,
  },
  {
    names: "keyword keyphrase tag hashtag interest",
    from: (supply) => supply.next("keyword", supply.material.keywords),
  },
  { names: "url uri link href website", from: (supply) => supply.next("link", supply.material.links) },
  { names: "slug key id identifier handle", from: (supply) => slugOf(supply.headline("slug")), varies: true },
  { names: "audience readers persona customer", from: (supply) => supply.material.audience },
  { names: "language locale", from: () => "en" },
  {
    names: "body content article markdown html post text copy",
    from: (supply) => supply.prose(),
    varies: true,
  },
  {
    names: "summary description excerpt overview intro introduction",
    from: (supply) => `${supply.sentence()} ${supply.sentence()}`,
    varies: true,
  },
];
const otherwise: Kind = { names: "", from: (supply) => supply.sentence(), varies: true };
const kindsByName = new Map(
  kinds.flatMap((kind) => kind.names.split(" ").map((name) => [name, kind] as const)),
);

const formats: Record<string, string> = {
  uri: "https://example.com/",
  url: "https://example.com/",
  email: "hello@example.com",
  date: "2000-01-01",
  "date-time": "2000-01-01T00:00:00Z",
  time: "00:00:00Z",
  uuid: "00000000-0000-4000-8000-000000000000",
};

export function composeString(schema: Schema, name: string, supply: Supply): string {
  const kind = kindsByName.get(lastWord(name)) ?? otherwise;
  const text = saidUnder(name, kind, supply) || kind.from(supply) || supply.sentence();
  return fitString(text, schema, supply);
}

/** What was written, as near as the schema's bounds, format and pattern allow. */
export function fitString(text: string, schema: Schema, supply: Supply): string {
  const fitted = fitLength(text, schema, supply);
  return isFitting(fitted, schema) ? fitted : insteadOf(fitted, schema);
}

/** A list under the plural of the name, such as `keywords` for a keyword, is handed out item by item. */
function saidUnder(name: string, kind: Kind, supply: Supply): string | undefined {
  const plain = plainName(name);
  const said = supply.material.values.get(plain) ?? supply.material.values.get(`${plain}s`);
  if (Array.isArray(said))
    return supply.next(
      `said ${name}`,
      said.filter((item) => typeof item === "string"),
    );
  // The title is the first headline anyhow.
  if (typeof said !== "string" || said === supply.material.title) return undefined;
  return kind.varies && supply.turn(`said ${name}`) > 0 ? undefined : said;
}

function lastWord(name: string): string {
  return (name.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [name]).at(-1)?.toLowerCase() ?? "";
}

function fitLength(text: string, schema: Schema, supply: Supply): string {
  let fitted = text;
  for (let tries = 0; fitted.length < (schema.minLength ?? 0) && tries < 200; tries++) {
    fitted = `${fitted} ${supply.sentence()}`;
  }
  return clipSentences(fitted, schema.maxLength ?? Number.POSITIVE_INFINITY).padEnd(
    schema.minLength ?? 0,
    ".",
  );
}

function isFitting(text: string, schema: Schema): boolean {
  const usual = schema.format === undefined ? undefined : formats[schema.format];
  if (usual !== undefined && !looksLike(schema.format ?? "", text)) return false;
  return schema.pattern === undefined || new RegExp(schema.pattern, "u").test(text);
}

function looksLike(format: string, text: string): boolean {
  if (format === "uri" || format === "url") return URL.canParse(text);
  if (format === "email") return /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(text);
  if (format === "date") return /^\d{4}-\d\d-\d\d$/.test(text);
  if (format === "date-time") return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text);
  if (format === "uuid") return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
  return false;
}

/** The nearest shape that the pattern takes. */
function insteadOf(text: string, schema: Schema): string {
  const usual = schema.format === undefined ? undefined : formats[schema.format];
  const slug = slugOf(text);
  const shapes = [
    usual,
    slug,
    slug.split("-")[0],
    slug.replaceAll("-", "_"),
    `#${slug.replaceAll("-", "")}`,
    "#0d5c5a",
    "en",
    "1",
  ];
  return shapes.find((shape) => shape !== undefined && isFitting(shape, schema)) ?? usual ?? text;
}

function slugOf(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}’']/gu, "")
    .toLowerCase();
  return clipWords(plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim(), 60).replaceAll(" ", "-");
}
