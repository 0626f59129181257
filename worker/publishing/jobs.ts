import * as z from "zod";
import { type Id, isId } from "../../db/ids";
import { defineJob } from "../kernel/jobs";
import { publishDue } from "./due";

const pieceId = z.string().refine((value): value is Id<"piece"> => isId("piece", value));

export const publishingJobs = [
  defineJob(
    "publishing.due",
    { queue: "delivery", payload: z.object({ pieceId, at: z.number().int() }) },
    publishDue,
  ),
];
