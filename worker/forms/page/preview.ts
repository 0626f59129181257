import { type Block, block } from "../pure/markup";
import { localise } from "../pure/texts";
import type { PublishedForm } from "../published";
import { type FormPage, formPage } from "./shell";

export const previewModes = ["inline", "popup", "slide", "bar"] as const;
export type PreviewMode = (typeof previewModes)[number];

/** Somebody's page, in grey, with the form as the element shows it there. */
export async function renderPreview(
  published: PublishedForm,
  { mode, language, appUrl }: { mode: PreviewMode; language: string; appUrl: string },
): Promise<FormPage> {
  const definition = localise(published.definition, language);
  const link = block("a", { href: `/f/${published.id}` }, definition.title);
  const element = block("trb-form", { form: published.id, mode, lang: language }, link);
  return await formPage({
    published,
    definition,
    language,
    title: definition.title,
    content: [
      block("div", { class: "host" }, ...lines(4), block("div", { class: "here" }, element), ...lines(6)),
    ],
    isFramed: true,
    scripts: ["/embed/v1.js"],
    extraStyles: hostStyles,
    appUrl,
  });
}

function lines(count: number): Block[] {
  return Array.from({ length: count }, () => block("p", { class: "line", "aria-hidden": "true" }));
}

const hostStyles = `
body{background:#fff;color:#1f2124}
.host{padding:20px}
.here{margin:20px 0}
.line{height:12px;margin:10px 0;border-radius:6px;background:#ececea}
.line:nth-of-type(3n){width:70%}
main .trb{--trb-padding:20px}
`;
