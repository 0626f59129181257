import * as z from "zod";
import type { AiMessage } from "../kernel/ports";
import type { GenerationRequest } from "./request";

export type Reading<T> = { ok: true; value: T } | { ok: false; problems: string };

/** Model output is foreign input: parsed at the door, or sent back once with what is wrong with it (AI-02). */
export function readAnswer<T>(request: GenerationRequest<T>, text: string): Reading<T> {
  if (repeatsInstructions(text, request.messages))
    return { ok: false, problems: "The answer repeats the instructions. Write only what was asked for." };
  // safe: a request without a schema is one for plain text, whose value is a string
  if (!request.schema) return { ok: true, value: text as T };
  const parsed = request.schema.zod.safeParse(parseJson(text));
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: z.prettifyError(parsed.error).slice(0, 2000) };
}

export function repairMessages(messages: AiMessage[], text: string, problems: string): AiMessage[] {
  return [
    ...messages,
    { role: "assistant", content: text.slice(0, 40_000) || "(nothing)" },
    {
      role: "user",
      content: `That answer cannot be used:\n${problems}\nAnswer again, complete, and only with what the schema asks for.`,
    },
  ];
}

const written = new WeakMap<z.ZodType, Record<string, unknown>>();

/** Hundreds of pieces are asked for by the same few shapes: each is written out once. */
export function jsonSchemaOf<T>({ name, zod }: NonNullable<GenerationRequest<T>["schema"]>) {
  const known = written.get(zod);
  if (known) return { name, schema: known };
  const { $schema: _, ...shape } = z.toJSONSchema(zod, { io: "input", unrepresentable: "any" });
  // safe: a JSON Schema is an object of JSON values
  const schema = shape as Record<string, unknown>;
  written.set(zod, schema);
  return { name, schema };
}

/** Whole sentences of the system prompt in an answer: the model was talked into showing it (AI-01). */
function repeatsInstructions(text: string, messages: AiMessage[]): boolean {
  const instructions = messages.filter(({ role }) => role === "system").map(({ content }) => content);
  const sentences = instructions.flatMap((content) => content.split(/(?<=[.!?])\s+|\n+/));
  return sentences.some((sentence) => sentence.trim().length >= 60 && text.includes(sentence.trim()));
}

/** Addresses in an answer whose host is in nothing that the model was given. */
export function unknownLinks(text: string, messages: AiMessage[]): string[] {
  const given = new Set(messages.flatMap(({ content }) => addressesIn(content).flatMap(hostOf)));
  const found = addressesIn(text).filter((address) => hostOf(address).some((host) => !given.has(host)));
  return [...new Set(found)].slice(0, 50);
}

function addressesIn(text: string): string[] {
  return text.match(/https?:\/\/[^\s"'<>()[\]{}\\⟦⟧]+/giu) ?? [];
}

function hostOf(address: string): string[] {
  return URL.canParse(address) ? [new URL(address).host.replace(/^www\./, "")] : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
