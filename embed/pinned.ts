import { defineForm } from "./element";
import { readDefinition, scriptHost } from "./origin";
import * as runtime from "./runtime";

/** The whole element in one file: an integrity hash over it covers every line of script that will run. */
const host = scriptHost();

defineForm(host, async (id, language) => ({ runtime, answer: await readDefinition(host, id, language) }));
