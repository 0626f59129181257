import type * as z from "zod";
import type { Id } from "../../db/ids";
import type { AiMessage } from "../kernel/ports";
import type { Step } from "../kernel/write";
import type { AiTask } from "./tasks";

/** A use of the plan, reserved before and committed with the result. The same key twice is charged once. */
export type GenerationUse = { feature: "generations" | "regenerations" | "website_scans"; key: string };

export type GenerationRequest<T> = {
  task: AiTask;
  promptVersion: string;
  businessId?: Id<"business">;
  bundleId?: Id<"bundle">;
  pieceId?: Id<"piece">;
  /** Whoever is acting, where it is left out. */
  requestedBy?: string | null;
  use: GenerationUse | null;
  messages: AiMessage[];
  /** Null for plain text; then the value is a string. */
  schema: { name: string; zod: z.ZodType<T> } | null;
  /** What the messages quote, by name, for the built-in writer. */
  material: Record<string, unknown>;
  maxTokens: number;
  onText?: (delta: string) => void;
  signal?: AbortSignal;
  /** After this its worker counts as dead, and what it held goes back. */
  expiresInMs?: number;
};

export type Generated<T> = {
  value: T;
  generationId: Id<"generation">;
  costMicros: number;
  provider: string;
  model: string;
  /** Addresses in the answer whose host nobody gave to the model: to be shown to a person before anything else (AI-01). */
  unknownLinks: string[];
  /** Belong into the batch that keeps the result: the use and the cost stand or fall with it (QUE-02). */
  settle: Step[];
};

/** A generation that was paid for in advance and is under way. */
export type Started = {
  id: Id<"generation">;
  startedAt: number;
  promisedMicros: number;
  useKey: string | null;
  maxTokens: number;
};
