import type { EnrichmentFinding } from "../../db/schema/cell/enrichment";
import { readSite, type Site, siteNameOf, summarize } from "../analyses";
import type { EnrichmentPort } from "./port";
import { technologiesIn } from "./technologies";

/** The embedded provider: the company's own website, read as robots.txt allows. What it says is quoted, never guessed. */
export const ownWebsite: EnrichmentPort = {
  provider: "website",
  async lookUp(domain, outside) {
    const onPages = () => Promise.resolve();
    return findingsIn(await readSite(`https://${domain}/`, { ...outside, onPages }));
  },
};

const longest = 500;
const mostOfAKind = 12;

export function findingsIn(site: Site): EnrichmentFinding[] {
  const home = site.pages[0]?.url ?? "";
  const { description, language, contact, socialAccounts } = summarize(site);
  const all = (field: EnrichmentFinding["field"], values: readonly string[], confidence: number) =>
    values
      .filter((value) => value !== "")
      .slice(0, mostOfAKind)
      .map((value) => ({
        field,
        value: value.slice(0, longest),
        url: pageWith(site, value) ?? home,
        confidence,
      }));
  return [
    ...all("companyName", [siteNameOf(site.pages)], 0.9),
    ...all("description", [description], 0.9),
    ...all("phone", contact.phones.slice(0, 3), 0.8),
    ...all("address", contact.addresses.slice(0, 3), 0.8),
    ...all("language", [language], 0.95),
    ...all("socialProfile", socialAccounts, 0.9),
    ...all("technology", technologiesIn(site.pages.flatMap(tracesOf)), 0.85),
  ];
}

function tracesOf({ scripts, styleSheets, meta }: Site["pages"][number]): string[] {
  return [...scripts, ...styleSheets, meta.get("generator") ?? ""].filter((trace) => trace !== "");
}

function pageWith({ pages }: Site, value: string): string | undefined {
  return pages.find(({ text, links }) => text.includes(value) || links.some(({ url }) => url === value))?.url;
}
