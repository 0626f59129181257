import * as z from "zod";
import { idOf } from "../kernel/contract";
import { defineJob, type JobDefinition } from "../kernel/jobs";
import { sendConfirmation } from "./confirmation";
import { dropDraft, forgetLead } from "./delete";
import { dropUnclaimed } from "./files/keep";
import { followUp, followUpShape } from "./follow-up";
import { sendDigest, sendNotice } from "./notices";

const ofSubmission = z.strictObject({ submissionId: idOf("submission") });

export const submissionJobs: JobDefinition[] = [
  defineJob("submissions.follow_up", { queue: "delivery", payload: followUpShape }, followUp),
  defineJob(
    "submissions.confirmation_mail",
    { queue: "delivery", payload: ofSubmission },
    (ctx, { submissionId }, job) => sendConfirmation(ctx, submissionId, job.id),
  ),
  defineJob(
    "submissions.notice",
    { queue: "delivery", payload: ofSubmission },
    (ctx, { submissionId }, job) => sendNotice(ctx, submissionId, job.id),
  ),
  defineJob(
    "submissions.digest",
    { queue: "delivery", payload: z.strictObject({ formId: idOf("form"), fromNumber: z.int() }) },
    (ctx, payload, job) => sendDigest(ctx, payload, job.id),
  ),
  defineJob(
    "submissions.drop_unclaimed",
    { queue: "delivery", payload: z.strictObject({ fileId: idOf("file") }) },
    (ctx, { fileId }) => dropUnclaimed(ctx, fileId),
  ),
  defineJob(
    "submissions.drop_draft",
    { queue: "delivery", payload: z.strictObject({ draftId: idOf("formDraft") }) },
    (ctx, { draftId }) => dropDraft(ctx, draftId),
  ),
  defineJob(
    "submissions.drop_objects",
    { queue: "delivery", payload: z.strictObject({ objectKeys: z.array(z.string()).max(1000) }) },
    (ctx, { objectKeys }) => ctx.providers.files.delete(objectKeys),
  ),
  defineJob(
    "submissions.forget_lead",
    { queue: "delivery", payload: z.strictObject({ leadId: idOf("lead") }) },
    (ctx, { leadId }) => forgetLead(ctx, leadId),
  ),
];
