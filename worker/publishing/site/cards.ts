import { html } from "hono/html";
import type { Site } from "./find-site";
import { type Html, iso } from "./layout";
import type { PageCard } from "./published";
import { dayIn, wordsIn } from "./words";

export function listOfCards(site: Site, cards: PageCard[], level: "h2" | "h3"): Html {
  return html`<ul class="list">
    ${cards.map((card) => html`<li>${titled(site, card, level)} ${aboutIt(site, card)}</li>`)}
  </ul>`;
}

function titled({ root }: Site, { path, title }: PageCard, level: "h2" | "h3"): Html {
  const link = html`<a href="${root}/${path}">${title}</a>`;
  return level === "h2" ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`;
}

function aboutIt({ business }: Site, card: PageCard): Html {
  const { words, wordsLanguage } = wordsIn(business.language);
  const day = dayIn(business.language, business.timezone, card.publishedAt);
  return html`<p>${card.excerpt}</p>
    <p class="meta">
      <time datetime="${iso(card.publishedAt)}">${day}</time> ·
      <span lang="${wordsLanguage}">${card.readingMinutes} ${words.minutes}</span>
    </p>`;
}
