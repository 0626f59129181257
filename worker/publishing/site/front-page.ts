import { html } from "hono/html";
import type { Id } from "../../../db/ids";
import { listOfCards } from "./cards";
import type { Site } from "./find-site";
import { type Html, layout, type Page } from "./layout";
import { publisher } from "./post-page";
import { listCards, type PageCard } from "./published";
import { wordsIn } from "./words";

const cardsOnPage = 20;
const downloadsShown = 6;

/** Articles, the newest first; `before` names the last one of the page before. */
export async function frontPage(site: Site, before?: Id<"publication">): Promise<Page> {
  const { business, root } = site;
  const [found, downloads] = await Promise.all([
    listCards(site, { kind: "blog_post", before }, cardsOnPage + 1),
    before ? [] : listCards(site, { kind: "content_upgrade" }, downloadsShown),
  ]);
  const cards = found.slice(0, cardsOnPage);
  const { words, wordsLanguage } = wordsIn(business.language);
  const about = business.description || business.coreOfferDescription;
  const title = before ? `${words.older} · ${business.name}` : business.name;
  const description = (about || business.name).slice(0, 300);
  return await layout(
    site,
    {
      title,
      description,
      canonical: before ? `${root}/before/${before}` : root,
      data: {
        "@type": "Blog",
        name: business.name,
        url: root,
        inLanguage: business.language,
        publisher: publisher(site),
      },
    },
    html`<h1>${before ? html`<span lang="${wordsLanguage}">${words.older}</span>` : business.name}</h1>
      ${!before && about ? html`<p class="lead">${about}</p>` : ""}
      ${cards.length > 0 ? listOfCards(site, cards, "h2") : html`<p class="meta" lang="${wordsLanguage}">${words.empty}</p>`}
      ${turning(site, found.length > cardsOnPage ? cards.at(-1) : undefined, before)}
      ${downloadList(site, downloads)}`,
  );
}

function turning({ business, root }: Site, last: PageCard | undefined, before?: string): Html | "" {
  if (!last && !before) return "";
  const { words, wordsLanguage } = wordsIn(business.language);
  return html`<p class="act links" lang="${wordsLanguage}">
    ${before ? html`<a href="${root}">${words.newest}</a>` : ""}
    ${last ? html`<a href="${root}/before/${last.id}" rel="next">${words.older}</a>` : ""}
  </p>`;
}

function downloadList(site: Site, downloads: PageCard[]): Html | "" {
  if (downloads.length === 0) return "";
  const { words, wordsLanguage } = wordsIn(site.business.language);
  return html`<section class="section" aria-labelledby="downloads">
    <h2 id="downloads" lang="${wordsLanguage}">${words.downloads}</h2>
    ${listOfCards(site, downloads, "h3")}
  </section>`;
}
