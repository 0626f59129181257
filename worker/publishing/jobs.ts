import * as z from "zod";
import { type Id, isId } from "../../db/ids";
import { defineJob } from "../kernel/jobs";
import { deliver, deliveryGivenUp } from "./deliver";
import { publishDue } from "./due";

const pieceId = z.string().refine((value): value is Id<"piece"> => isId("piece", value));
const publicationId = z.string().refine((value): value is Id<"publication"> => isId("publication", value));
const at = z.number().int();

export const publishingJobs = [
  defineJob("publishing.due", { queue: "delivery", payload: z.object({ pieceId, at }) }, publishDue),
  defineJob(
    "publishing.deliver",
    { queue: "delivery", payload: z.object({ publicationId, at }), onGivenUp: deliveryGivenUp },
    deliver,
  ),
];
