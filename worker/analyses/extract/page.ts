import { cleanQuoted } from "../../ai";
import type { SiteLink } from "../crawl/choose";
import { decodeEntities } from "./entities";
import { isBlock, isSilent, isVoid } from "./visible";

export type PageExtract = {
  title: string;
  language: string;
  /** Of the head: `description`, `og:title`, `theme-color` and the like. */
  meta: Map<string, string>;
  headings: string[];
  text: string;
  links: SiteLink[];
  structured: Record<string, unknown>[];
  /** Where a logo may be, the likeliest first. */
  logos: string[];
  styleSheets: string[];
  /** Addresses of what it loads to run: by these one sees what a site is made with. Nothing of it is fetched. */
  scripts: string[];
  inlineStyles: string;
};

const longestText = 60_000;
const longestStyles = 100_000;
const mostLinks = 400;
const mostHeadings = 40;
const mostListening = 40;
const mostScripts = 60;

/** Everything that a page says of itself, read in one pass. Nothing of it is ever run or rendered. */
export async function extractPage(html: string, address: string): Promise<PageExtract> {
  const found = new Findings(address);
  const rewriter = new HTMLRewriter()
    .on("*", { element: (element) => found.enter(element) })
    .onDocument({ text: (chunk) => found.hear(chunk.text) });
  await rewriter.transform(new Response(html)).text();
  return found.result();
}

type Listening = { add(text: string): void };

class Findings {
  #hidden = 0;
  #texts: string[] = [];
  #length = 0;
  #listening = new Set<Listening>();
  #meta = new Map<string, string>();
  #titles: string[] = [];
  #headings: { text: string }[] = [];
  #links: SiteLink[] = [];
  #structured: { text: string }[] = [];
  #logos: [rank: number, url: string][] = [];
  #sheets: string[] = [];
  #scripts: string[] = [];
  #styles = "";
  #language = "";

  constructor(readonly address: string) {}

  enter(element: Element): void {
    const name = element.tagName.toLowerCase();
    const before = this.#hidden;
    if (isSilent(element)) this.#hidden++;
    if (isBlock(name)) this.#say("\n");
    this.#note(name, element);
    if (isVoid(name)) {
      this.#hidden = before;
      return;
    }
    const stop = this.#listenIn(name, element);
    whenClosed(element, () => {
      this.#hidden = before;
      if (isBlock(name)) this.#say("\n");
      else if (name === "a" || name === "button" || name === "label") this.#say(" ");
      stop();
    });
  }

  /** The source breaks lines where it likes; only blocks do it for the reader. */
  hear(text: string): void {
    for (const listening of this.#listening) listening.add(text);
    this.#say(text.replaceAll(/\s+/g, " "));
  }

  #say(text: string): void {
    if (this.#hidden > 0 || this.#length > longestText) return;
    this.#texts.push(text);
    this.#length += text.length;
  }

  #note(name: string, element: Element): void {
    const attribute = (key: string) => decodeEntities(element.getAttribute(key) ?? "").trim();
    if (name === "html") this.#language ||= attribute("lang");
    if (name === "meta") {
      const key = (attribute("property") || attribute("name")).toLowerCase();
      if (key && !this.#meta.has(key)) this.#meta.set(key, cleanQuoted(attribute("content"), 1_000));
    }
    if (name === "link") this.#noteLink(attribute("rel").toLowerCase(), attribute("href"));
    if (name === "script" && this.#scripts.length < mostScripts) this.#noteScript(attribute("src"));
    if (name === "img") {
      const looks = ["src", "alt", "class", "id"].map(attribute).join(" ");
      if (/logo/i.test(looks)) this.#addLogo(1, attribute("src"));
    }
    const style = attribute("style");
    if (style && this.#styles.length < longestStyles) this.#styles += `${style}\n`;
  }

  #noteLink(rel: string, href: string): void {
    const url = URL.parse(href, this.address);
    if (!url) return;
    if (rel.split(/\s+/).includes("stylesheet")) this.#sheets.push(url.href);
    if (rel.includes("apple-touch-icon")) this.#addLogo(2, url.href);
    else if (/\bicon\b/.test(rel)) this.#addLogo(3, url.href);
  }

  #noteScript(src: string): void {
    const url = src === "" ? null : URL.parse(src, this.address);
    if (url) this.#scripts.push(url.href.slice(0, 500));
  }

  #addLogo(rank: number, address: string): void {
    const url = URL.parse(address, this.address);
    if (url && /^https?:$/.test(url.protocol)) this.#logos.push([rank, url.href]);
  }

  /** Text of one element besides that of the page: a title, a heading, a link, a piece of data, a style. */
  #listenIn(name: string, element: Element): () => void {
    const entry = { text: "" };
    const end = this.#endOf(name, element, entry);
    // A page that opens thousands of elements and closes none is not listened to for ever.
    if (!end || this.#listening.size > mostListening) return () => undefined;
    const limit = name === "script" || name === "style" ? longestStyles : 300;
    const listening = {
      add: (text: string) => {
        if (entry.text.length < limit) entry.text += text;
      },
    };
    this.#listening.add(listening);
    return () => {
      this.#listening.delete(listening);
      end();
    };
  }

  #endOf(name: string, element: Element, entry: { text: string }): (() => void) | null {
    const isSeen = this.#hidden === 0;
    if (name === "title" && this.#titles.length === 0) return () => this.#titles.push(plain(entry.text));
    if (/^h[123]$/.test(name) && isSeen && this.#headings.length < mostHeadings)
      return () => this.#headings.push({ text: plain(entry.text) });
    const href = name === "a" ? element.getAttribute("href") : null;
    if (href && this.#links.length < mostLinks) {
      const url = URL.parse(decodeEntities(href), this.address);
      return url && (() => this.#links.push({ url: url.href, text: plain(entry.text) }));
    }
    const isData = name === "script" && /ld\+json/i.test(element.getAttribute("type") ?? "");
    if (isData && this.#structured.length < 10) return () => this.#structured.push(entry);
    if (name === "style") return () => void (this.#styles += entry.text);
    return null;
  }

  result(): PageExtract {
    return {
      title: this.#titles[0] ?? "",
      language: this.#language,
      meta: this.#meta,
      headings: this.#headings.map(({ text }) => text).filter((text) => text !== ""),
      text: tidy(decodeEntities(this.#texts.join(""))),
      links: this.#links,
      structured: this.#structured.flatMap(({ text }) => dataIn(text)),
      logos: this.#logos.toSorted(([one], [other]) => one - other).map(([, url]) => url),
      styleSheets: this.#sheets,
      scripts: this.#scripts,
      inlineStyles: this.#styles,
    };
  }
}

/** An element that has no end of its own is closed by the one around it. */
function whenClosed(element: Element, act: () => void): void {
  try {
    element.onEndTag(act);
  } catch {
    act();
  }
}

function plain(text: string): string {
  return cleanQuoted(decodeEntities(text), 300).replaceAll(/\s+/g, " ");
}

/** Lines as they stand on the page, each without what an eye does not see. */
function tidy(text: string): string {
  return cleanQuoted(text, longestText)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

function dataIn(text: string): Record<string, unknown>[] {
  try {
    const data: unknown = JSON.parse(text);
    const graph = typeof data === "object" && data !== null && "@graph" in data ? data["@graph"] : data;
    const all: unknown[] = Array.isArray(graph) ? graph : [graph];
    // safe: an object is a record of things not yet known
    return all
      .filter((one): one is Record<string, unknown> => typeof one === "object" && one !== null)
      .slice(0, 10);
  } catch {
    return [];
  }
}
