import type { SitePage } from "./crawl/read-site";
import type { AnalysisAnswer } from "./prompt";

export type BackedFact = AnalysisAnswer["facts"][number];

const most = 60;

/** Only what a page really says: a fact whose sentence stands on none of them is nobody's, and is dropped. */
export function backedFacts(
  facts: BackedFact[],
  pages: SitePage[],
  foreign: readonly string[],
): { facts: BackedFact[]; dropped: number } {
  const said = pages.map((page) => ({ url: page.url, text: squeeze(wordsOf(page)) }));
  const backed = new Map<string, BackedFact>();
  for (const fact of facts) {
    const sentence = squeeze(fact.sentence);
    const page =
      said.find(({ url, text }) => url === fact.url && text.includes(sentence)) ??
      said.find(({ text }) => text.includes(sentence));
    const isSaid = page !== undefined && sentence.length >= 8;
    if (!isSaid || foreign.some((link) => fact.statement.includes(link))) continue;
    if (!backed.has(sentence)) backed.set(sentence, { ...cut(fact), url: page.url });
  }
  const kept = [...backed.values()].slice(0, most);
  return { facts: kept, dropped: facts.length - kept.length };
}

function wordsOf({ title, meta, text }: SitePage): string {
  return [title, meta.get("description"), meta.get("og:description"), text].join("\n");
}

function cut(fact: BackedFact): BackedFact {
  const statement = fact.statement.replaceAll(/\s+/g, " ").trim().slice(0, 500);
  const sentence = fact.sentence.replaceAll(/\s+/g, " ").trim().slice(0, 1_000);
  return { ...fact, statement: statement || sentence, sentence };
}

/** The words alone: how a line is broken, a quotation mark is drawn or a sentence ends does not count. */
function squeeze(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}$€£%@]+/gu, " ")
    .trim();
}
