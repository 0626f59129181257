import type { Snapshot } from "./snapshot";

export type PublicationMode = "publish" | "draft";

/** What a publication keeps beside its columns. */
export type PublicationSettings = {
  mode: PublicationMode;
  /** As it was approved: readers and other services get this, whatever is edited meanwhile. */
  snapshot: Snapshot;
  /** What the running job does. */
  intent?: "publish" | "withdraw";
  /** The last request that may have created something, so that it is looked for before anything is sent again. */
  sentAt?: number;
  /** Something went without: the post is there, but not its picture. */
  warning?: string;
  /** The picture in the other service's library, and where it came from. */
  media?: { id: number; source: string };
};

export function settingsOf(row: { settings: Record<string, unknown> }): PublicationSettings {
  return row.settings as PublicationSettings; // safe: only this domain writes the column, with this shape
}
