export { type Attributes, type Block, block } from "./block";
export { elementStyles } from "./element-styles";
export { faultSummary, formBlocks, type Markup } from "./form";
export { htmlOf } from "./html";
export type { ClosedForm, Look, OpenForm } from "./shown-form";
export { formStyles } from "./styles";
export { textBlocks } from "./text";
