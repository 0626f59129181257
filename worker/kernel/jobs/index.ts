export { keepDeadLetter, platformOrganization } from "./dead-letter";
export { defineJob, type JobDefinition } from "./define";
export { judgeFailure } from "./retry";
export { jobMessageShape, type JobsAtWork, messageOf, runJob } from "./run";
export { completionSteps, forgetFinished, type StoredJob, takeOverdue } from "./store";
