import { type AiAnswer, type AiPort, type AiRequest, ProviderError } from "../../../kernel/ports";
import type { World } from "../../world";
import { estimateTokens } from "../tokens";
import { type Composer, composersByTask } from "./composers";
import { fillSchema } from "./fill-schema";
import { type Material, readMaterial } from "./material";
import { composeProse } from "./prose";

const builtInModel = "built-in-writer-1";

/**
 * Writes without a model and without a network: the same material gives the same words. What it claims is what the
 * material says; a task it knows gets a form and plain sentences around that, any other only the material's own. It
 * refuses where it has nothing to write from.
 */
export function createBuiltInWriter(
  world: World,
  composers: Readonly<Record<string, Composer>> = composersByTask,
): AiPort {
  return {
    provider: "built-in",
    model: builtInModel,
    async complete(request) {
      const started = world.now();
      const material = readMaterial(request.material);
      if (material.sentences.length === 0 && material.title === "") throw failure("no_material");
      const compose = Object.hasOwn(composers, request.task) ? composers[request.task] : undefined;
      const text = (compose ?? composeGenerally)(material, request);
      await speak(text, request);
      return answerOf(text, request, world.now() - started);
    },
  };
}

function composeGenerally(material: Material, request: AiRequest): string {
  if (!request.schema) return composeProse(material, request.maxTokens);
  return JSON.stringify(fillSchema(request.schema.schema, material, request.maxTokens));
}

const wordsAtOnce = 8;

/** Word by word, letting other work in between, so that what listens can pass the words on. */
async function speak(text: string, request: AiRequest): Promise<void> {
  const words = text.match(/\s*\S+/g) ?? [];
  for (const [index, word] of words.entries()) {
    if (request.signal?.aborted) throw failure("cancelled");
    request.onText?.(word);
    if (request.onText && index % wordsAtOnce === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

function answerOf(text: string, request: AiRequest, durationMs: number): AiAnswer {
  return {
    text,
    model: builtInModel,
    provider: "built-in",
    promptTokens: estimateTokens(request.messages.map((message) => message.content).join("\n")),
    completionTokens: estimateTokens(text),
    durationMs,
    truncated: false,
  };
}

const messages = {
  no_material: "The built-in writer only uses what it is given, and it was given nothing to write from.",
  cancelled: "Writing was cancelled.",
};

function failure(code: keyof typeof messages): ProviderError {
  return new ProviderError("built-in", "refuse", code, messages[code]);
}
