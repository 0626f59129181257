import type { Submission } from "./submission";

/** What the API's document leaves open are ids, which are text. */
export function submissionOf<T extends object>(sent: T): Omit<T, "id" | "leadId"> & Submission {
  return sent as Omit<T, "id" | "leadId"> & Submission; // safe: the API answers so
}
