import type { Id } from "../../db/ids";

export type QueueName = "generation" | "delivery" | "events";
export type JobMessage = {
  v: 1;
  type: string;
  organizationId: Id<"organization">;
  jobId: Id<"job">;
  requestId: string;
};

export type FactDraft = {
  type: string;
  subjectId?: string;
  data?: Record<string, unknown>;
  /** Who asked for what a job does; without, it is who writes. */
  actorId?: string | null;
};

export type StoredFact = Required<Pick<FactDraft, "type" | "data">> & {
  id: Id<"fact">;
  organizationId: Id<"organization">;
  subjectId: string | null;
  actorId: string | null;
  createdAt: number;
};

export type AuditDraft = {
  action: string;
  resourceType: string;
  resourceId?: string;
  /** Before and after, without secrets. */
  changes?: Record<string, unknown>;
};

export type JobDraft = {
  queue: QueueName;
  type: string;
  payload: Record<string, unknown>;
  runAt?: number;
  dedupeKey?: string;
  maxAttempts?: number;
};
