/** The few words that are ours on a page of somebody else, in the language of its business where we know it. */
export type Words = {
  skip: string;
  minutes: string;
  updated: string;
  more: string;
  downloads: string;
  older: string;
  newest: string;
  next: string;
  feed: string;
  website: string;
  empty: string;
  missing: string;
  missingText: string;
  gone: string;
  goneText: string;
  home: string;
};

const english: Words = {
  skip: "Skip to content",
  minutes: "min read",
  updated: "Updated",
  more: "More articles",
  downloads: "Downloads",
  older: "Older articles",
  newest: "Newest articles",
  next: "What comes next",
  feed: "RSS feed",
  website: "Website",
  empty: "Nothing has been published here yet.",
  missing: "There is no page here",
  missingText: "The address may have a typing error, or the page has another address now.",
  gone: "This page is no longer here",
  goneText: "It was taken down by its author.",
  home: "Go to the front page",
};

const german: Words = {
  skip: "Zum Inhalt",
  minutes: "Min. Lesezeit",
  updated: "Aktualisiert",
  more: "Weitere Artikel",
  downloads: "Downloads",
  older: "Ältere Artikel",
  newest: "Neueste Artikel",
  next: "Wie es weitergeht",
  feed: "RSS-Feed",
  website: "Website",
  empty: "Hier wurde noch nichts veröffentlicht.",
  missing: "Hier gibt es keine Seite",
  missingText: "Vielleicht ist die Adresse vertippt, oder die Seite hat inzwischen eine andere.",
  gone: "Diese Seite gibt es nicht mehr",
  goneText: "Sie wurde von ihrem Autor zurückgezogen.",
  home: "Zur Startseite",
};

const french: Words = {
  skip: "Aller au contenu",
  minutes: "min de lecture",
  updated: "Mis à jour",
  more: "Autres articles",
  downloads: "Téléchargements",
  older: "Articles plus anciens",
  newest: "Articles récents",
  next: "Pour aller plus loin",
  feed: "Flux RSS",
  website: "Site web",
  empty: "Rien n’a encore été publié ici.",
  missing: "Il n’y a pas de page ici",
  missingText: "L’adresse contient peut-être une faute de frappe, ou la page a changé d’adresse.",
  gone: "Cette page n’existe plus",
  goneText: "Elle a été retirée par son auteur.",
  home: "Aller à l’accueil",
};

const spanish: Words = {
  skip: "Ir al contenido",
  minutes: "min de lectura",
  updated: "Actualizado",
  more: "Más artículos",
  downloads: "Descargas",
  older: "Artículos anteriores",
  newest: "Artículos recientes",
  next: "El siguiente paso",
  feed: "Canal RSS",
  website: "Sitio web",
  empty: "Aquí todavía no se ha publicado nada.",
  missing: "Aquí no hay ninguna página",
  missingText: "Puede que la dirección tenga un error, o que la página haya cambiado de dirección.",
  gone: "Esta página ya no existe",
  goneText: "Su autor la ha retirado.",
  home: "Ir a la portada",
};

const known: Record<string, Words> = { en: english, de: german, fr: french, es: spanish };
const rightToLeft = new Set(["ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"]);

export function wordsIn(language: string): { words: Words; wordsLanguage: string } {
  const tongue = primary(language);
  const words = known[tongue];
  return words ? { words, wordsLanguage: tongue } : { words: english, wordsLanguage: "en" };
}

export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.has(primary(language)) ? "rtl" : "ltr";
}

export function dayIn(language: string, timeZone: string, time: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone }).format(time);
}

function primary(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}
