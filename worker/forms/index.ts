import { formRoutes as ofForms } from "./routes";
import { draftRoutes } from "./draft-routes";
import { versionRoutes } from "./version-routes";

export { openChallengeSecret } from "./challenge";
export { mapAnswers, type MappedAnswers, splitName } from "./mapping";
export { notifiedPeople } from "./notified";
export { openState, type OpenState, publishedForm, type PublishedForm } from "./published";
export { type Form, getForm } from "./queries";
export {
  closedForm,
  type FormPage,
  type HostedForm,
  isAllowedOrigin,
  type NoticeKind,
  openForm,
  previewModes,
  renderFormNotice,
  renderHostedForm,
  renderPreview,
  renderThanks,
} from "./page";
export { chooseLanguage } from "./pure/texts";
export { countResponseSteps, uncountResponseStep } from "./responses";
export type { FormSettings } from "./settings";
export { languagesWithWords, wordsIn } from "./words";

export const formRoutes = [...ofForms, ...versionRoutes, ...draftRoutes];
