import { activityJobs } from "./activities";
import { aiJobs } from "./ai";
import { bundleJobs } from "./bundles";
import { analysisJobs } from "./analyses";
import { conversationJobs } from "./conversations";
import { forecastJobs } from "./forecasts";
import { assignmentJobs } from "./assignment";
import { duplicateJobs } from "./duplicates";
import { enrichmentJobs } from "./enrichment";
import { systemContext } from "./http";
import { happeningsAtWork } from "./happenings";
import type { Base } from "./kernel/context";
import type { QueueName } from "./kernel/drafts";
import { consumeHappenings, isHappening, keepDeadHappening, recordAgain } from "./kernel/happenings";
import {
  type JobDefinition,
  jobMessageShape,
  type JobsAtWork,
  keepDeadLetter,
  runJob,
  tellGivenUp,
} from "./kernel/jobs";
import { importJobs } from "./imports";
import { insightJobs } from "./insights";
import { inviteJobs } from "./invites";
import { leadJobs } from "./leads";
import { linkJobs } from "./links";
import { memberJobs } from "./members";
import { operationsJobs } from "./operations";
import { organizationJobs } from "./organizations";
import { peopleJobs } from "./people";
import { performanceJobs } from "./performance";
import { pieceJobs } from "./pieces";
import { publishingJobs } from "./publishing";
import { modelJobs, scoringJobs } from "./scoring";
import { strategyJobs } from "./strategies";
import { submissionJobs } from "./submissions";
import { visitorJobs } from "./visitors";

/** Which verb does which kind of job. */
const definitions: JobDefinition[] = [
  ...peopleJobs,
  ...organizationJobs,
  ...memberJobs,
  ...inviteJobs,
  ...operationsJobs,
  ...aiJobs,
  ...analysisJobs,
  ...strategyJobs,
  ...pieceJobs,
  ...linkJobs,
  ...publishingJobs,
  ...leadJobs,
  ...importJobs,
  ...performanceJobs,
  ...scoringJobs,
  ...modelJobs,
  ...conversationJobs,
  ...insightJobs,
  ...activityJobs,
  ...assignmentJobs,
  ...submissionJobs,
  ...bundleJobs,
  ...visitorJobs,
  ...forecastJobs,
  ...duplicateJobs,
  ...enrichmentJobs,
];

export const atWork: JobsAtWork = {
  definitions: new Map(
    [...definitions, recordAgain(happeningsAtWork), tellGivenUp(definitions)].map((definition) => [
      definition.type,
      definition,
    ]),
  ),
  contextFor: (base, organizationId) => systemContext(base, organizationId, true),
};

/** Each message is acknowledged by itself, so that a bad one never holds up its batch (QUE-03). */
export async function consume(base: Base, batch: MessageBatch): Promise<void> {
  const { queue, isDead } = queueNameOf(batch.queue);
  const [seen, promised] = isDead ? [[], batch.messages] : partition(batch.messages);
  await Promise.all([
    consumeHappenings(base, seen, happeningsAtWork),
    ...promised.map(async (message) => {
      try {
        if (isDead) await keepDead(base, queue, message);
        else await runJob(base, jobMessageShape.parse(message.body), atWork);
        message.ack();
      } catch (error) {
        base.log.error("message_failed", error, { queue: batch.queue, messageId: message.id });
        message.retry({ delaySeconds: Math.min(2 ** message.attempts, 300) });
      }
    }),
  ]);
}

/** Happenings are written together, jobs are done one by one. */
function partition(messages: readonly Message[]): [Message[], Message[]] {
  return [
    messages.filter(({ body }) => isHappening(body)),
    messages.filter(({ body }) => !isHappening(body)),
  ];
}

async function keepDead(base: Base, queue: QueueName, message: Message): Promise<void> {
  if (isHappening(message.body)) await keepDeadHappening(base, message, happeningsAtWork);
  else await keepDeadLetter(base, queue, message, atWork.definitions);
}

function queueNameOf(name: string): { queue: QueueName; isDead: boolean } {
  const isDead = name.endsWith("-dead");
  const queue = name.replace(/^tributary-/, "").replace(/-dead$/, "");
  if (queue !== "generation" && queue !== "delivery" && queue !== "events") {
    throw new Error(`No queue is called “${name}”.`);
  }
  return { queue, isDead };
}
