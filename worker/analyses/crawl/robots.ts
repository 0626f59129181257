export type Robots = { allows(url: URL): boolean; sitemaps: string[] };

type Rule = { allow: boolean; path: string };
type Group = { agents: string[]; rules: Rule[] };

export const everything: Robots = { allows: () => true, sitemaps: [] };
const mostLines = 5_000;

/** Reads robots.txt as RFC 9309 says: our own group, else everybody's; the longest rule wins, and of equals the one that allows. */
export function readRobots(text: string, agent = "tributary"): Robots {
  const { groups, sitemaps } = parse(text);
  const own = groups.filter(({ agents }) => agents.includes(agent));
  const applying = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes("*"));
  const rules = applying.flatMap((group) => group.rules);
  return { sitemaps, allows: (url) => isAllowed(rules, url.pathname + url.search) };
}

function isAllowed(rules: Rule[], path: string): boolean {
  const [strongest] = rules
    .filter((rule) => matches(rule.path, path))
    .toSorted((one, other) => other.path.length - one.path.length || Number(other.allow) - Number(one.allow));
  return strongest?.allow ?? true;
}

function parse(text: string): { groups: Group[]; sitemaps: string[] } {
  const groups: Group[] = [];
  const sitemaps: string[] = [];
  let isNaming = false;
  for (const line of text.split(/\r\n?|\n/).slice(0, mostLines)) {
    const [, name = "", value = ""] = /^\s*([a-z-]+)\s*:\s*(.*?)\s*(?:#.*)?$/i.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key === "sitemap") sitemaps.push(value);
    if (key === "user-agent") {
      if (!isNaming) groups.push({ agents: [], rules: [] });
      groups.at(-1)?.agents.push(value.toLowerCase());
    }
    if ((key === "allow" || key === "disallow") && value !== "") {
      groups.at(-1)?.rules.push({ allow: key === "allow", path: value });
    }
    if (key !== "") isNaming = key === "user-agent";
  }
  return { groups, sitemaps };
}

/** `*` is anything and `$` the end; walked by hand, because a pattern made of somebody's text can take for ever. */
function matches(pattern: string, path: string): boolean {
  const isExact = pattern.endsWith("$");
  const parts = (isExact ? pattern.slice(0, -1) : pattern).split("*");
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const found = isLast && isExact && index > 0 ? path.lastIndexOf(part) : path.indexOf(part, at);
    if (found < at || (index === 0 && found !== 0)) return false;
    at = found + part.length;
  }
  return !isExact || at === path.length;
}
