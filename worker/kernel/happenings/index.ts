export { consumeHappenings } from "./consume";
export { keepDeadHappening, recordAgain } from "./dead-letter";
export {
  defineHappening,
  type HappeningDefinition,
  type HappeningMessage,
  type HappeningsAtWork,
  isHappening,
  messageOfHappening,
  readHappening,
} from "./define";
export type { Happening } from "./happening";
