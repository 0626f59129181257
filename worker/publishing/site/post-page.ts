import { html, raw } from "hono/html";
import { renderHtml } from "../../pieces";
import type { SiteContent } from "../snapshot";
import type { Site } from "./find-site";
import { type Head, type Html, iso, layout, type Page } from "./layout";
import { listOfCards } from "./cards";
import { listCards, listNextSteps, type NextStep, type PublishedPage } from "./published";
import { dayIn, wordsIn } from "./words";

/** An article or a download, as it was approved. */
export async function postPage(site: Site, page: PublishedPage): Promise<Page> {
  const { content } = page.snapshot;
  const isPost = content.kind === "blog_post";
  const [steps, more] = await Promise.all([
    listNextSteps(site, page.pieceId),
    listCards(site, { kind: "blog_post", not: page.id }, isPost ? 3 : 0),
  ]);
  const { words, wordsLanguage } = wordsIn(site.business.language);
  return await layout(
    site,
    headOf(site, page),
    html`<article>
        <h1>${content.title}</h1>
        ${isPost ? metaLine(site, page) : html`<p class="lead">${content.description}</p>`}
        ${isPost ? picture(content) : ""} ${raw(renderHtml(content.body, { rel: "noopener nofollow ugc" }))}
        ${callToAction(content)}
      </article>
      ${nextSteps(site, steps)}
      ${
        more.length > 0
          ? html`<section class="section" aria-labelledby="more">
              <h2 id="more" lang="${wordsLanguage}">${words.more}</h2>
              ${listOfCards(site, more, "h3")}
            </section>`
          : ""
      }`,
  );
}

function headOf(site: Site, page: PublishedPage): Head {
  const { content, excerpt, at } = page.snapshot;
  const isPost = content.kind === "blog_post";
  const title = (isPost && content.metaTitle) || content.title;
  const description = (isPost ? content.metaDescription : content.description) || excerpt;
  const canonical = `${site.root}/${page.path}`;
  const image = isPost && content.imageUrl ? { url: content.imageUrl, alt: content.imageAlt } : null;
  const name = site.business.name;
  return {
    title: title.includes(name) ? title : `${title} · ${name}`,
    description,
    canonical,
    type: "article",
    image,
    publishedAt: page.publishedAt,
    changedAt: at,
    data: {
      "@type": isPost ? "BlogPosting" : "DigitalDocument",
      headline: content.title,
      description,
      inLanguage: site.business.language,
      datePublished: iso(page.publishedAt),
      dateModified: iso(at),
      mainEntityOfPage: canonical,
      url: canonical,
      ...(image ? { image: [image.url] } : {}),
      ...(isPost && content.keywords.length > 0 ? { keywords: content.keywords.join(", ") } : {}),
      author: publisher(site),
      publisher: publisher(site),
    },
  };
}

export function publisher({ business, root }: Site): Record<string, unknown> {
  return {
    "@type": "Organization",
    name: business.name,
    url: business.website ?? root,
    ...(business.logoUrl ? { logo: business.logoUrl } : {}),
  };
}

function metaLine({ business }: Site, page: PublishedPage): Html {
  const { words, wordsLanguage } = wordsIn(business.language);
  const day = (time: number) => dayIn(business.language, business.timezone, time);
  const published = day(page.publishedAt);
  const changed = day(page.snapshot.at);
  return html`<p class="meta">
    <time datetime="${iso(page.publishedAt)}">${published}</time>
    ${changed === published ? "" : html`· <span lang="${wordsLanguage}">${words.updated}</span> <time datetime="${iso(page.snapshot.at)}">${changed}</time>`}
    · <span lang="${wordsLanguage}">${page.snapshot.readingMinutes} ${words.minutes}</span>
  </p>`;
}

function picture(content: SiteContent): Html | "" {
  if (content.kind !== "blog_post" || !content.imageUrl) return "";
  return html`<figure>
    <img src="${content.imageUrl}" alt="${content.imageAlt}" fetchpriority="high" />
  </figure>`;
}

function callToAction({ ctaText, ctaUrl }: SiteContent): Html | "" {
  if (!ctaText || !ctaUrl) return "";
  return html`<p class="act"><a class="button" href="${ctaUrl}" rel="noopener">${ctaText}</a></p>`;
}

function nextSteps(site: Site, steps: NextStep[]): Html | "" {
  if (steps.length === 0) return "";
  const { words, wordsLanguage } = wordsIn(site.business.language);
  return html`<section class="section" aria-labelledby="next">
    <h2 id="next" lang="${wordsLanguage}">${words.next}</h2>
    <ul class="list">
      ${steps.map((step) => html`<li><a href="${site.root}/${step.path}">${step.ctaText || step.title}</a></li>`)}
    </ul>
  </section>`;
}
