import * as z from "zod";
import { idOf } from "../kernel/contract";
import { defineJob } from "../kernel/jobs";
import { forgetPerson } from "./forget";

const forgetPersonJob = defineJob(
  "members.forget_person",
  { queue: "delivery", payload: z.strictObject({ userId: idOf("user") }) },
  (ctx, { userId }) => forgetPerson(ctx, userId),
);

export const memberJobs = [forgetPersonJob];
