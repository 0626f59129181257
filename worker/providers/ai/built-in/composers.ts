import type { AiRequest } from "../../../kernel/ports";
import { type Brief, readBrief } from "./brief";
import { composeAnalysis } from "./compose-analysis";
import { composeBlog } from "./compose-blog";
import { composeConversation } from "./compose-conversation";
import { composeForm, composeWording } from "./compose-form";
import { composeEmail, composeSequence } from "./compose-email";
import { composeStrategies, composeTopics } from "./compose-plan";
import { composeSocial } from "./compose-social";
import { composeSuggestion } from "./compose-suggestion";
import { composeUpgrade } from "./compose-upgrade";
import type { Draft } from "./draft";
import { fillSchema } from "./fill-schema";
import type { Material } from "./material";
import { Teller } from "./teller";

export type Composer = (material: Material, request: AiRequest) => string;

type Given = { brief: Brief; material: Material; raw: Record<string, unknown>; schema: unknown };

/**
 * Each task written in its own form. The sentences around the material are the writer's own and claim nothing about
 * the business; what is claimed comes from the material, word for word.
 */
export const composersByTask: Readonly<Record<string, Composer>> = {
  website_analysis: composer(({ brief, material, raw }) => composeAnalysis(brief, material, raw), "any"),
  strategy: composer(({ brief }) => composeStrategies(new Teller(brief))),
  topics: composer(({ brief, material, raw, schema }) =>
    composeTopics(new Teller(brief), wantedOf(material, schema, 10), titlesIn(raw)),
  ),
  blog_post: composer(({ brief }) => composeBlog(new Teller(brief))),
  social_post: composer(({ brief }) => composeSocial(new Teller(brief))),
  content_upgrade: composer(({ brief, material }) =>
    composeUpgrade(new Teller(brief), textOf(material, "upgradetype", "contentupgradetype", "type")),
  ),
  email_sequence: composer(({ brief, material, schema }) =>
    composeSequence(new Teller(brief), wantedOf(material, schema, 5)),
  ),
  email: composer(({ brief, material }) => {
    const [place, total] = [
      numberOf(material, "place", "number"),
      numberOf(material, "total", "totalemails"),
    ];
    return composeEmail(new Teller(brief), Math.max(place - 1, 0), total);
  }),
  form: composer(({ material }) => {
    const [audience, title] = [textOf(material, "audience"), textOf(material, "title")];
    if (audience === "") return composeForm(textOf(material, "wish"), textOf(material, "name"));
    const [description, button] = [textOf(material, "description"), textOf(material, "submitlabel")];
    return composeWording({ title, description, button }, audience);
  }, "any"),
  conversation: (material) => JSON.stringify(composeConversation(textOf(material, "content"))),
  suggestion: composer(
    ({ brief, material }) =>
      composeSuggestion(
        brief,
        textOf(material, "selection", "selectedtext", "text", "passage"),
        textOf(material, "instruction", "feedback", "wish"),
      ),
    "any",
  ),
};

/** Its sentences are English. Where another language is wanted, the material's own sentences are all that is used. */
function composer(compose: (given: Given) => Draft, languages: "english" | "any" = "english"): Composer {
  return (material, request) => {
    const raw = request.material ?? {};
    const brief = readBrief(raw, material);
    const isReadable = languages === "any" || brief.language.toLowerCase().startsWith("en");
    const schema = request.schema?.schema;
    const draft = isReadable ? compose({ brief, material, raw, schema }) : {};
    if (schema) return JSON.stringify(fillSchema(schema, material, request.maxTokens, draft));
    return typeof draft["text"] === "string" ? draft["text"] : material.sentences.join(" ");
  };
}

function textOf({ values }: Material, ...names: string[]): string {
  const found = names
    .map((name) => values.get(name))
    .find((value) => typeof value === "string" && value !== "");
  return typeof found === "string" ? found : "";
}

function numberOf({ values }: Material, ...names: string[]): number {
  const found = names.map((name) => values.get(name)).find((value) => typeof value === "number");
  return typeof found === "number" ? found : 0;
}

/** As many as the material asks for, else as the schema's first list allows. */
function wantedOf(material: Material, schema: unknown, usual: number): number {
  const said = numberOf(material, "count", "wanted", "totalemails", "emailcount", "topiccount");
  if (said > 0) return Math.min(said, 100);
  const { least, most } = boundsIn(schema);
  return Math.min(Math.max(usual, least), most, 100);
}

function boundsIn(schema: unknown): { least: number; most: number } {
  const lists =
    typeof schema === "object" && schema !== null && "properties" in schema ? schema.properties : {};
  const list = Object.values(lists ?? {}).find(
    (property) => property?.type === "array" && property.items?.type !== "string",
  );
  return { least: Number(list?.minItems ?? 0), most: Number(list?.maxItems ?? Number.POSITIVE_INFINITY) };
}

/** Titles that are there already, under whatever name they were given. */
function titlesIn(raw: Record<string, unknown>): Set<string> {
  const lists = Object.entries(raw).filter(([name]) => /exist|taken|avoid|known|previous|used/i.test(name));
  const titles = lists.flatMap(([, value]) => (Array.isArray(value) ? value : []));
  return new Set(titles.flatMap((one: unknown) => titleOf(one)).map((title) => title.toLowerCase()));
}

function titleOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  const title: unknown =
    typeof value === "object" && value !== null && "title" in value ? value.title : undefined;
  return typeof title === "string" ? [title] : [];
}
