import { html, raw } from "hono/html";
import { accentsOf } from "./colors";
import type { Site } from "./find-site";
import { layout, type Page } from "./layout";
import { stylesFor } from "./styles";
import { wordsIn } from "./words";

/** On the site of a business: nothing here, or nothing here any more. */
export async function missingPage(site: Site, isGone: boolean): Promise<Page> {
  const { words, wordsLanguage } = wordsIn(site.business.language);
  const title = isGone ? words.gone : words.missing;
  const text = isGone ? words.goneText : words.missingText;
  return await layout(
    site,
    { title: `${title} · ${site.business.name}`, description: "" },
    html`<div lang="${wordsLanguage}">
      <h1>${title}</h1>
      <p>${text}</p>
      <p class="act"><a class="button" href="${site.root}">${words.home}</a></p>
    </div>`,
  );
}

const strangers = {
  unknown: { title: "There is no page here", text: "The address may have a typing error." },
  closed: { title: "This site is not available", text: "It may come back; please try again later." },
  broken: { title: "This page cannot be shown right now", text: "Please try again in a moment." },
};

/** Where no business is to be named: unknown addresses, sites that are closed, and days on which nothing works. */
export async function neutralPage(kind: keyof typeof strangers): Promise<Page> {
  const { title, text } = strangers[kind];
  const styles = stylesFor(accentsOf(undefined));
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${raw(`<style>${styles}</style>`)}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${text}</p>
        </main>
      </body>
    </html>`;
  return { html: String(await page), styles };
}
