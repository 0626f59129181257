import * as z from "zod";
import { idOf } from "../kernel/contract";
import { defineJob } from "../kernel/jobs";
import { deliverInvite } from "./deliver";
import { forgetPerson } from "./forget";
import { claimRewards, settleRewards } from "./rewards";

const deliverJob = defineJob(
  "invites.deliver",
  { queue: "delivery", payload: z.strictObject({ inviteId: idOf("invite"), sealedCode: z.string() }) },
  (ctx, payload, job) => deliverInvite(ctx, { ...payload, mailId: job.id }),
);

const settleRewardsJob = defineJob(
  "invites.settle_rewards",
  { queue: "delivery", payload: z.strictObject({ inviteId: idOf("invite") }) },
  (ctx, { inviteId }) => settleRewards(ctx, inviteId),
);

const claimRewardsJob = defineJob(
  "invites.claim_rewards",
  { queue: "delivery", payload: z.strictObject({ userId: idOf("user") }) },
  (ctx, { userId }) => claimRewards(ctx, userId),
);

const forgetPersonJob = defineJob(
  "invites.forget_person",
  { queue: "delivery", payload: z.strictObject({ userId: idOf("user") }) },
  (ctx, { userId }) => forgetPerson(ctx, userId),
);

export const inviteJobs = [deliverJob, settleRewardsJob, claimRewardsJob, forgetPersonJob];
