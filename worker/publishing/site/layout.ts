import { html, raw } from "hono/html";
import { accentsOf } from "./colors";
import type { Site } from "./find-site";
import { jsonLd } from "./json-ld";
import { stylesFor } from "./styles";
import { directionOf, wordsIn } from "./words";

export type Html = ReturnType<typeof html>;
export type Page = { html: string; styles: string };

export type Head = {
  title: string;
  description: string;
  /** Absent on pages that are nobody's to find. */
  canonical?: string;
  type?: "article" | "website";
  image?: { url: string; alt: string } | null;
  publishedAt?: number;
  changedAt?: number;
  data?: Record<string, unknown>;
};

/** The frame of every page of a business: its name and colour, and not a line of script. */
export async function layout(site: Site, head: Head, content: Html): Promise<Page> {
  const { business, root } = site;
  const { words, wordsLanguage } = wordsIn(business.language);
  const styles = stylesFor(accentsOf(business.brandColors.primary));
  const page = html`<!doctype html>
    <html lang="${business.language}" dir="${directionOf(business.language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${head.title}</title>
        ${metaOf(site, head)}
        <link rel="alternate" type="application/rss+xml" title="${business.name}" href="${root}/rss.xml" />
        ${raw(`<style>${styles}</style>`)}
        ${head.data ? raw(`<script type="application/ld+json">${jsonLd(head.data)}</script>`) : ""}
      </head>
      <body>
        <a class="skip" href="#content" lang="${wordsLanguage}">${words.skip}</a>
        <header class="bar">
          <a class="brand" href="${root}" rel="home">${brand(site)}</a>
          ${business.website ? html`<nav lang="${wordsLanguage}"><a href="${business.website}">${words.website}</a></nav>` : ""}
        </header>
        <main id="content">${content}</main>
        <footer class="foot">
          <span>${business.name}</span>
          <span class="links" lang="${wordsLanguage}">
            <a href="${root}/rss.xml" type="application/rss+xml">${words.feed}</a>
            ${business.website ? html`<a href="${business.website}">${words.website}</a>` : ""}
          </span>
        </footer>
      </body>
    </html>`;
  return { html: String(await page), styles };
}

function brand({ business }: Site): Html {
  if (!business.logoUrl) return html`<span>${business.name}</span>`;
  return html`<img src="${business.logoUrl}" alt="" height="32" /><span>${business.name}</span>`;
}

function metaOf({ business }: Site, head: Head): Html {
  const { title, description, canonical, type = "website", image, publishedAt, changedAt } = head;
  if (!canonical) return html`<meta name="robots" content="noindex" />`;
  return html`<meta name="description" content="${description}" />
    <meta name="robots" content="index, follow, max-image-preview:large, max-snippet:-1" />
    <link rel="canonical" href="${canonical}" />
    <meta property="og:type" content="${type}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${canonical}" />
    <meta property="og:site_name" content="${business.name}" />
    <meta property="og:locale" content="${business.language.replace("-", "_")}" />
    ${image ? html`<meta property="og:image" content="${image.url}" /><meta property="og:image:alt" content="${image.alt}" />` : ""}
    ${publishedAt ? html`<meta property="article:published_time" content="${iso(publishedAt)}" />` : ""}
    ${changedAt ? html`<meta property="article:modified_time" content="${iso(changedAt)}" />` : ""}
    <meta name="twitter:card" content="${image ? "summary_large_image" : "summary"}" />`;
}

export function iso(time: number): string {
  return new Date(time).toISOString();
}
