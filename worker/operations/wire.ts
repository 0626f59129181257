import * as z from "zod";
import { jobStates, queueNames } from "../../db/schema/cell/spine";
import { toWireTime, wireTime } from "../kernel/contract";
import type { StoredJob } from "../kernel/jobs";
import type { OperatedOrganization } from "./organization-queries";

export type JobState = (typeof jobStates)[number];

export const jobWire = z
  .strictObject({
    id: z.string(),
    organizationId: z.string(),
    queue: z.enum(queueNames),
    type: z.string(),
    status: z.enum(jobStates),
    attempts: z.number().int(),
    maxAttempts: z.number().int(),
    runAt: wireTime,
    startedAt: wireTime.nullable(),
    completedAt: wireTime.nullable(),
    error: z.string().nullable(),
    deadLetterReason: z.string().nullable(),
    createdAt: wireTime,
  })
  .meta({
    id: "Job",
    description: "A promise of work. Its payload stays inside: it may hold people's data.",
  });

export function jobToWire(job: StoredJob): z.input<typeof jobWire> {
  const { id, organizationId, queue, type, status, attempts, maxAttempts, deadLetterReason } = job;
  return {
    id,
    organizationId,
    queue,
    type,
    status,
    attempts,
    maxAttempts,
    runAt: toWireTime(job.runAt),
    startedAt: toWireTime(job.startedAt),
    completedAt: toWireTime(job.completedAt),
    error: job.errorMessage,
    deadLetterReason,
    createdAt: toWireTime(job.createdAt),
  };
}

export const operatedOrganizationWire = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    planSlug: z.string(),
    status: z.enum(["active", "suspended", "deleted"]),
    owner: z.strictObject({ name: z.string(), email: z.string() }),
    createdAt: wireTime,
  })
  .meta({ id: "OperatedOrganization", description: "An organization as the platform's operator sees it." });

export function operatedOrganizationToWire(
  row: OperatedOrganization,
): z.input<typeof operatedOrganizationWire> {
  const { id, name, slug, planSlug, status, ownerName, ownerEmail } = row;
  return {
    id,
    name,
    slug,
    planSlug,
    status,
    owner: { name: ownerName, email: ownerEmail },
    createdAt: toWireTime(row.createdAt),
  };
}
