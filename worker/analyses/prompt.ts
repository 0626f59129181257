import * as z from "zod";
import { type Extract, factKinds } from "../../db/schema/cell/business";
import { dataRule, type GenerationRequest, quote } from "../ai";
import type { SitePage } from "./crawl/read-site";

/** Rises with every change of the words below. */
export const promptVersion = "analysis-1";

const text = (about: string) => z.string().meta({ description: about });
const list = (about: string) => z.array(z.string()).max(12).meta({ description: about });

export const analysisShape = z.strictObject({
  name: text("What the business calls itself."),
  description: text("What it does, in two or three sentences."),
  industry: text("One or two words, or empty."),
  businessType: text("What kind of business it is, in a few words."),
  primaryProduct: text("The product or service it sells first of all."),
  coreOfferDescription: text("What a customer gets, in a few sentences."),
  targetAudience: text("Whom it is for, in one or two sentences."),
  audienceJobRole: text("The work of the people who buy, or empty."),
  audiencePainPoints: list("What bothers these people, as the site says."),
  audienceDesiredOutcomes: list("What they want instead, as the site says."),
  contentFocus: text("What this business can write about with authority."),
  primaryTopics: list("Subjects for articles."),
  toneOfVoice: text("How the site sounds, in one sentence."),
  brandKeywords: list("Words that customers would search for."),
  competitors: list("Rivals that the site itself names; empty where it names none."),
  primaryCta: text("The words of its main button or invitation, or empty."),
  primaryCtaUrl: text("Where that leads, one of the given addresses, or empty."),
  facts: z
    .array(
      z.strictObject({
        kind: z.enum(factKinds),
        statement: text("One fact in one sentence."),
        sentence: text("The sentence of the page that says so, word for word."),
        url: text("The address of that page."),
        confidence: z.number().min(0).max(1),
      }),
    )
    .max(60),
});

export type AnalysisAnswer = z.output<typeof analysisShape>;
type Request = Pick<
  GenerationRequest<AnalysisAnswer>,
  "task" | "promptVersion" | "messages" | "schema" | "material" | "maxTokens"
>;

const longestPage = 9_000;
const longestInAll = 36_000;

/** The pages as quoted data, and nothing foreign outside of the quotes (AI-01). */
export function analysisRequest(pages: SitePage[], extract: Extract, name: string): Request {
  const shown = shorten(pages);
  const quoted = shown.map((page, index) =>
    quote(`Address: ${page.url}\nTitle: ${page.title}\n\n${page.text}`, {
      label: `page ${index + 1}`,
      maxLength: longestPage + 600,
    }),
  );
  return {
    task: "website_analysis",
    promptVersion,
    messages: [
      { role: "system", content: `${instructions}\n\n${dataRule}` },
      { role: "user", content: `${head(extract, name)}\n\n${quoted.join("\n\n")}` },
    ],
    schema: { name: "website_analysis", zod: analysisShape },
    material: {
      extract: { title: extract.title, description: extract.description },
      pages: shown.map(({ url, text }) => ({ url, text })),
    },
    maxTokens: 8_000,
  };
}

const instructions = [
  "You read the website of a business for a marketing team and describe the business from what the pages say.",
  "Say only what the pages say. Where they say nothing about a field, leave it empty.",
  "Write in the language of the site.",
  "For each fact copy the sentence that backs it word for word from a page, and give the address of that page.",
  "Prefer facts a writer can use: what is offered, to whom, which problem it ends, what it costs, what proves it, how to get in touch.",
].join("\n");

function head({ title, description, language }: Extract, name: string): string {
  const lines = [`Title: ${title}`, `Description: ${description}`, `Language: ${language}`, `Name: ${name}`];
  return quote(lines.join("\n"), { label: "about the site", maxLength: 2_000 });
}

/** The home page and those after it, as long as there is room. */
function shorten(pages: SitePage[]): SitePage[] {
  let room = longestInAll;
  return pages.flatMap((page) => {
    const text = page.text.slice(0, Math.min(longestPage, room));
    room -= text.length;
    return text === "" ? [] : [{ ...page, text }];
  });
}
