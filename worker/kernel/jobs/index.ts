export { keepDeadLetter, keepUnreadable, platformOrganization } from "./dead-letter";
export { defineJob, type JobDefinition } from "./define";
export { giveUpDead, tellGivenUp } from "./given-up";
export { judgeFailure } from "./retry";
export { wakeRestingJobs } from "./rest";
export { jobMessageShape, type JobsAtWork, runJob } from "./run";
export {
  completionSteps,
  failureSteps,
  forgetFinished,
  messageOf,
  renewLease,
  type StoredJob,
  takeOverdue,
} from "./store";
