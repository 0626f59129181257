export { estimate } from "./estimate";
export { generate } from "./generate";
export { cleanQuoted, dataRule, quote } from "./quote";
export type { Generated, GenerationRequest, GenerationUse } from "./request";
export { abandon } from "./settle";
export { streamField } from "./stream-field";
export { assertGenerationAllowed } from "./switch";
export { type AiTask, aiTasks } from "./tasks";
