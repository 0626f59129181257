import { describe, expect, it } from "vitest";
import { isTest, readSources, type Source } from "./sources";

/** The written order: each may import only what stands before it. A new domain takes its place here. */
const order = [
  "db",
  "worker/stand-ins",
  "worker/kernel",
  "worker/providers",
  "worker/people",
  "worker/plans",
  "worker/organizations",
  "worker/roles",
  "worker/teams",
  "worker/members",
  "worker/invites",
  "worker/api-keys",
  "worker/audit",
  "worker/operations",
  "worker/ai",
  "worker/businesses",
  "worker/analyses",
  "worker/strategies",
  "worker/pieces",
  "worker/journeys",
  "worker/bundles",
  "worker/calendar",
  "worker/visitors",
  "worker/links",
  "worker/publishing",
  "worker/exchange",
  "worker/companies",
  "worker/leads",
  "worker/activities",
  "worker/conversations",
  "worker/scoring",
  "worker/assignment",
  "worker/forms",
  "worker/submissions",
  "worker/tracking",
  "worker/timeline",
  "worker/imports",
  "worker/enrichment",
  "worker/insights",
  "worker/forecasts",
  "worker/performance",
  "worker/duplicates",
  "worker/http",
  "worker/durable",
  "worker/reactions.ts",
  "worker/happenings.ts",
  "worker/jobs.ts",
  "worker/app.ts",
  "worker/chores.ts",
  "worker/index.ts",
];
const open = new Set(["db", "worker/kernel"]);

const sources = readSources([
  "worker/**/*.ts",
  "db/**/*.ts",
  "web/app/**/*.{ts,tsx}",
  "embed/**/*.ts",
  "sdk/**/*.ts",
]);
const product = sources.filter(({ path }) => !isTest(path));
const server = product.filter(({ path }) => path.startsWith("worker/") || path.startsWith("db/"));

function roomOf(path: string): string {
  const [top = "", second = ""] = path.split("/");
  return top === "db" ? "db" : `${top}/${second.replace(/\.ts$/, "")}${isFile(path) ? ".ts" : ""}`;
}

const isFile = (path: string) =>
  path.split("/").length === 2 && order.includes(`${path.replace(/\.ts$/, "")}.ts`);

/** Rules without a server in them, such as how a network counts: the screens follow the very same. */
const isPure = (path: string) => /^worker\/[^/]+\/pure\//.test(path);

describe("imports", () => {
  it("only come from rooms that have a place in the order", () => {
    expect(
      [...new Set(server.map(({ path }) => roomOf(path)))].filter((room) => !order.includes(room)),
    ).toEqual([]);
  });

  it("go one way", () => {
    const upward = server.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => order.indexOf(roomOf(target)) > order.indexOf(roomOf(path)))
        .map(({ target }) => `${path} → ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it("enter a domain by its door", () => {
    const past = server.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => roomOf(target) !== roomOf(path) && !open.has(roomOf(target)))
        .filter(({ target }) => target.split("/").length > 2 && !target.endsWith("/index"))
        .filter(({ target }) => !target.startsWith("node_modules/"))
        .filter(({ target }) => roomOf(target) !== "worker/durable")
        .map(({ target }) => `${path} → ${target}`),
    );
    expect(past).toEqual([]);
  });

  it("make no circle among files", () => {
    expect(findCircle(product)).toEqual([]);
  });

  it("of the web app reach the server only through the SDK, and for what is pure", () => {
    const reaching = sources
      .filter(({ path }) => path.startsWith("web/"))
      .flatMap(({ path, imports }) => imports.map(({ target }) => ({ path, target })))
      .filter(({ target }) => /^(worker|db)\//.test(target) && !isPure(target));
    expect(reaching).toEqual([]);
  });

  it("of what is pure stay with what is pure", () => {
    const leaving = server
      .filter(({ path }) => isPure(path))
      .flatMap(({ path, imports }) => imports.map(({ target }) => `${path} → ${target}`))
      .filter((line) => !isPure(line.split(" → ")[1] ?? ""));
    expect(leaving).toEqual([]);
  });
});

describe("files", () => {
  it("are at most 300 lines long", () => {
    const long = sources.filter(({ text }) => text.split("\n").length > 301).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it("have half of them within 80 lines and nine of ten within 200", () => {
    const lengths = product.map(({ text }) => text.split("\n").length).toSorted((a, b) => a - b);
    const at = (share: number) => lengths[Math.floor(lengths.length * share)] ?? 0;
    expect(at(0.5)).toBeLessThanOrEqual(80);
    expect(at(0.9)).toBeLessThanOrEqual(200);
  });

  it("say what they are in their names", () => {
    const vague = /(^|\/)(utils?|helpers?|misc|common|lib|manager|types)(\/|\.tsx?$)/;
    expect(product.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it("write no console, no any, and leave no loose end", () => {
    const loose = /console\.log|@ts-ignore|\bTODO\b|\bFIXME\b|coming soon|not implemented/i;
    expect(product.filter(({ text }) => loose.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("INJ-01 build no SQL from raw text, but where a line says why it is safe", () => {
    const raw = server.flatMap(({ path, text }) =>
      text
        .split("\n")
        .map((line, index, lines) => ({ line, before: lines[index - 1] ?? "" }))
        .filter(
          ({ line, before }) => /sql\.(raw|identifier)\(/.test(line) && !/\/\/ safe:/.test(before + line),
        )
        .map(({ line }) => `${path}: ${line.trim()}`),
    );
    expect(raw).toEqual([]);
  });

  it("below the edge read neither the environment nor the clock nor chance", () => {
    const below = server.filter(
      ({ path }) => !/^worker\/(http\/|durable\/|index|chores|providers\/index)/.test(path),
    );
    const reading = below.filter(({ text }) =>
      /\bDate\.now\(\)|Math\.random\(|getRandomValues|randomUUID|from "cloudflare:workers"/.test(text),
    );
    expect(reading.map(({ path }) => path)).toEqual([]);
  });

  it("of the screens ask no machine for its language or time zone: the server's is another than the browser's", () => {
    const asking =
      /\.toLocale\w+\((\)|undefined)|Intl\.\w+\((\)|undefined)|\.getTimezoneOffset\(|\.(get|set)(Hours|Minutes|Day|Date|Month|FullYear)\(/;
    const screens = product.filter(({ path }) => path.startsWith("web/app/"));
    expect(screens.filter(({ text }) => asking.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("of a table are imported by the domain's queries and verbs, never by routes", () => {
    const routes = server.filter(({ path }) => path.endsWith("routes.ts"));
    const reaching = routes.filter(
      ({ text }) => /import \{[^}]*\} from "[^"]*db\/schema/.test(text) && /\.from\(/.test(text),
    );
    expect(reaching.map(({ path }) => path)).toEqual([]);
  });
});

/** The first circle found, as the path around it. Types are forgotten at run time, so they cannot close one. */
function findCircle(files: Source[]): string[] {
  const known = new Map(files.map((file) => [file.path, file]));
  const resolve = (target: string) =>
    [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`, target].find((candidate) => known.has(candidate));
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const { target, typeOnly } of known.get(path)?.imports ?? []) {
      const next = typeOnly ? undefined : resolve(target);
      const circle = next ? walk(next, [...trail, path]) : [];
      if (circle.length > 0) return circle;
    }
    done.add(path);
    return [];
  };
  for (const { path } of files) {
    const circle = walk(path, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
