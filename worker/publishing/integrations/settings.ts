export type IntegrationSettings = {
  url: string;
  /** Scheduled pieces of its business go out here at their time. */
  publishScheduled: boolean;
  /** WordPress only. */
  username?: string;
  /** Scheduled pieces arrive as drafts, for somebody there to publish. */
  asDraft?: boolean;
  /** The name of a category that exists there; empty for the site's own default. */
  category?: string;
  /** Where its REST interface was found. */
  apiRoot?: string;
};

export function integrationSettingsOf(row: { settings: Record<string, unknown> }): IntegrationSettings {
  return row.settings as IntegrationSettings; // safe: only this folder writes the column, with this shape
}
