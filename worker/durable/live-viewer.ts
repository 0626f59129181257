import type { LiveViewer } from "../kernel/live-viewer";

export type Audience = { permission?: string; viewerIds?: readonly string[] };

/** What a viewer came in with: the id of a session, or of an API key. */
export function credentialOf(viewer: LiveViewer): string {
  return viewer.sessionId ?? viewer.keyId ?? "";
}

/** A message with a permission or a list of viewers is for them alone; an empty list is for nobody. */
export function mayRead(viewer: LiveViewer, { permission, viewerIds }: Audience): boolean {
  if (permission !== undefined && !viewer.permissions.includes(permission)) return false;
  return viewerIds === undefined || viewerIds.includes(viewer.viewerId);
}
