export { closedForm, openForm } from "./definition";
export { type HostedForm, renderHostedForm, renderThanks } from "./hosted";
export { type NoticeKind, renderFormNotice } from "./notice";
export { isAllowedOrigin } from "./origins";
export type { FormPage } from "./shell";
export { previewModes, renderPreview } from "./preview";
