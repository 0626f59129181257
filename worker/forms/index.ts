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
export { responseCountStep, responseLimitOf } from "./responses";
export type { FormSettings } from "./settings";
export {
  type Address,
  type Answer,
  type Answers,
  asksSomething,
  type Ending,
  type Field,
  fieldTypes,
  type FileKind,
  type FormDefinition,
  hasOptions,
  type RawAnswers,
} from "./pure/form";
export { readPost } from "./pure/post";
export { sayFault, type Words } from "./pure/say";
export { safeTarget } from "./pure/target";
export { chooseLanguage, directionOf, localise, personalise } from "./pure/texts";
export { type Fault, pagesOf, walk, type Walk } from "./pure/walk";
export { getVersion as getFormVersion } from "./versions";
export { languagesWithWords, wordsIn } from "./pure/words";

export const formRoutes = [...ofForms, ...versionRoutes, ...draftRoutes];
