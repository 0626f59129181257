import type { FormDefinition } from "../pure/form";
import { type ClosedForm, elementStyles, formBlocks, formStyles, type OpenForm } from "../pure/markup";
import { directionOf } from "../pure/texts";
import type { PublishedForm } from "../published";
import { wordsIn } from "../pure/words";
import { lookOf } from "./look";
import { noticeOf, type NoticeKind } from "./notice";
import { type CameBy, spokenForm } from "./spoken";

export function openForm(published: PublishedForm, { language, came, token, appUrl }: Opening): OpenForm {
  const spoken = spokenForm(published, language, came);
  const words = wordsIn(language);
  return {
    id: published.id,
    version: published.versionNumber,
    language,
    direction: directionOf(language),
    definition: publicPart(spoken),
    blocks: formBlocks({ definition: spoken, words, hasScript: true }),
    styles: formStyles + elementStyles,
    look: lookOf(spoken.theme),
    words,
    token,
    hasChallenge: published.settings.challengeSiteKey !== null,
    keepsDrafts: published.settings.keepsDrafts,
    hostedUrl: `${appUrl}/f/${published.id}`,
  };
}

type Opening = { language: string; came: CameBy; token: string; appUrl: string };

export function closedForm(published: PublishedForm, reason: NoticeKind, language: string): ClosedForm {
  const look = lookOf(published.definition.theme);
  return {
    closed: { reason, ...noticeOf(reason, published, language) },
    styles: formStyles + elementStyles,
    look,
  };
}

/** The rules, without what only the owner is to know: where answers go, and words for others. */
function publicPart(definition: FormDefinition): FormDefinition {
  const fields = definition.fields.map((field) => ({ ...field, mapsTo: undefined }));
  return { ...definition, fields, translations: undefined, wordings: undefined };
}
