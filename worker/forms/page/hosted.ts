import type { FormDefinition, RawAnswers } from "../pure/form";
import { type Block, block, formBlocks, textBlocks } from "../pure/markup";
import { safeTarget } from "../pure/target";
import { directionOf } from "../pure/texts";
import { type Fault, pagesOf } from "../pure/walk";
import type { PublishedForm } from "../published";
import { wordsIn } from "../pure/words";
import { type FormPage, formPage } from "./shell";
import { type CameBy, spokenForm } from "./spoken";

export type HostedForm = {
  language: string;
  came?: CameBy;
  values?: RawAnswers;
  faults?: Fault[];
  /** What goes with the answers unseen: `_id`, `_t`, `_lang`, where the visitor came from. */
  carried: Record<string, string>;
  isFramed: boolean;
  appUrl: string;
};

/**
 * The form on a page of its own, whole without a line of script: every page of it stands below the other, and what may not
 * apply is never insisted on by the browser; the server leaves out what does not count. Where a form asks on conditions, the
 * element takes over as soon as its script is there.
 */
export async function renderHostedForm(published: PublishedForm, hosted: HostedForm): Promise<FormPage> {
  const { language, values, faults = [], isFramed, appUrl } = hosted;
  const definition = spokenForm(published, language, hosted.came);
  const words = wordsIn(language);
  const inside = formBlocks({ definition, words, values, faults, hasScript: false });
  const form = block(
    "div",
    { class: "trb", dir: directionOf(language), lang: language },
    block(
      "form",
      attributesOf(published),
      ...hiddenInputs(hosted.carried),
      ...inside,
      ...challengeBlocks(published),
      trap,
    ),
  );
  const isTakenOver =
    asksOnConditions(definition) && faults.length === 0 && !published.settings.challengeSiteKey;
  const element = block("trb-form", { form: published.id, lang: language }, form);
  return await formPage({
    published,
    definition,
    language,
    title: faults.length > 0 ? `${words.check_faults} ${definition.title}` : definition.title,
    description: definition.description,
    content: [isTakenOver ? element : form],
    isFramed,
    scripts: isTakenOver ? ["/embed/v1.js"] : ["challenge"],
    canonical: isFramed ? undefined : `${appUrl}/f/${published.id}`,
    appUrl,
  });
}

function attributesOf({ id, definition }: PublishedForm) {
  const hasFiles = definition.fields.some(({ type }) => type === "file");
  return {
    method: "post",
    action: `/f/${id}/submissions`,
    "aria-labelledby": "trb-title",
    enctype: hasFiles ? "multipart/form-data" : null,
    "accept-charset": "utf-8",
  };
}

function asksOnConditions(definition: FormDefinition): boolean {
  return pagesOf(definition).length > 1 || definition.fields.some(({ visibleWhen }) => visibleWhen);
}

function hiddenInputs(carried: Record<string, string>): Block[] {
  return Object.entries(carried).map(([name, value]) => block("input", { type: "hidden", name, value }));
}

function challengeBlocks({ id, settings: { challengeSiteKey } }: PublishedForm): Block[] {
  if (!challengeSiteKey) return [];
  return [block("div", { class: "cf-turnstile", "data-sitekey": challengeSiteKey, "data-action": id })];
}

/** People do not see it and assistive technology is told nothing of it; who fills it in is no person. */
const trap = block(
  "div",
  { class: "trb-trap", "aria-hidden": "true" },
  block(
    "label",
    {},
    "Website ",
    block("input", { name: "_website", type: "text", tabindex: -1, autocomplete: "off" }),
  ),
);

export type Message = { title: string; text?: string; buttonLabel?: string; url?: string };

/** Thanks, as the form's owner worded it. */
export async function renderThanks(
  published: PublishedForm,
  {
    endingKey,
    language,
    isFramed,
    appUrl,
  }: { endingKey: string; language: string; isFramed: boolean; appUrl: string },
): Promise<FormPage> {
  const definition = spokenForm(published, language);
  const words = wordsIn(language);
  const ending =
    definition.endings.find(({ key }) => key === endingKey) ?? definition.endings.find(({ when }) => !when);
  const title = ending?.title || words.thanks;
  const content = [messageBlock({ ...ending, title }, language)];
  return await formPage({ published, definition, language, title, content, isFramed, appUrl });
}

export function messageBlock({ title, text, buttonLabel, url }: Message, language: string): Block {
  const href = safeTarget(url);
  return block(
    "div",
    { class: "trb", dir: directionOf(language), lang: language, role: "status" },
    block("h1", { class: "trb-title" }, title),
    text && block("p", {}, ...textBlocks(text)),
    href &&
      buttonLabel &&
      block(
        "p",
        { class: "trb-acts" },
        block("a", { class: "trb-button", href, rel: "noopener" }, buttonLabel),
      ),
  );
}
