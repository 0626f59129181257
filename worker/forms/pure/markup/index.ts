export { type Attributes, type Block, block } from "./block";
export { faultSummary, formBlocks, type Markup } from "./form";
export type { ClosedForm, Look, OpenForm } from "./shown-form";
export { formStyles } from "./styles";
export { textBlocks } from "./text";
