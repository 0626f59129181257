import { defineForm } from "./element";
import type { FormAnswer, Runtime } from "./contract";
import { definitionUrl, readDefinition, scriptHost } from "./origin";

/**
 * What customers paste: a few lines that stay out of the way. The first form on a page brings what draws forms and its own
 * definition in one request, so that two requests make a form; the next form asks only for its definition.
 */
const host = scriptHost();
let runtime: Promise<Runtime> | undefined;

defineForm(host, async (id, language) => {
  if (runtime) {
    const [known, answer] = await Promise.all([runtime, readDefinition(host, id, language)]);
    return { runtime: known, answer };
  }
  const url = definitionUrl(host, id, language, "embed.js");
  // safe: the module that our own build made, with the form's definition added at its end
  const first = import(url) as Promise<Runtime & { answer: FormAnswer }>;
  runtime = first.catch((error: unknown) => {
    runtime = undefined;
    throw error;
  });
  const loaded = await first;
  return { runtime: loaded, answer: loaded.answer };
});
