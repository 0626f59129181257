import { chooseLanguage, localise } from "../pure/texts";
import type { PublishedForm } from "../published";
import { wordsIn } from "../pure/words";
import { messageBlock } from "./hosted";
import { type FormPage, formPage } from "./shell";

export type NoticeKind = "closed" | "not_yet_open" | "full" | "unknown" | "too_fast" | "broken";

const statuses = {
  closed: 410,
  not_yet_open: 200,
  full: 410,
  unknown: 404,
  too_fast: 429,
  broken: 503,
} as const;

/** Where no form is to be named, nor anybody's language known. */
const strangers = {
  unknown: {
    title: "There is no form here",
    text: "The address may have a typing error, or the form was taken down.",
  },
  too_fast: {
    title: "Too many at once",
    text: "Please go back, wait a minute and send it again. What you typed is still there.",
  },
  broken: { title: "This form cannot be shown right now", text: "Please try again in a moment." },
};

export type Notice = { title: string; text: string };

/** Why there is no form, in the form's own words where its owner wrote some. */
export function noticeOf(kind: NoticeKind, published: PublishedForm | null, language: string): Notice {
  if (kind === "unknown" || kind === "too_fast" || kind === "broken" || !published) {
    return strangers[kind === "too_fast" || kind === "broken" ? kind : "unknown"];
  }
  const own = published.settings.closedMessage;
  return own && kind !== "not_yet_open"
    ? { title: wordsIn(language)[kind], text: own }
    : { title: wordsIn(language)[kind], text: "" };
}

export async function renderFormNotice(
  kind: NoticeKind,
  { published = null, language = "en", isFramed = false, appUrl }: NoticePlace,
): Promise<FormPage & { status: (typeof statuses)[NoticeKind] }> {
  const spoken = published ? chooseLanguage(published.definition, [language]) : "en";
  const notice = noticeOf(kind, published, spoken);
  const definition = published ? localise(published.definition, spoken) : undefined;
  const shown = kind === "unknown" ? undefined : (published ?? undefined);
  const page = await formPage({
    ...(shown && { published: shown, definition }),
    language: spoken,
    title: definition ? `${notice.title} · ${definition.title}` : notice.title,
    content: [messageBlock(notice, spoken)],
    isFramed,
    appUrl,
  });
  return { ...page, status: statuses[kind] };
}

export type NoticePlace = {
  published?: PublishedForm | null;
  language?: string;
  isFramed?: boolean;
  appUrl: string;
};
