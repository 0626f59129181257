import * as z from "zod";

/** Set by our Worker alone, after it has checked the credential: base64 of this shape as JSON. */
export const viewerHeader = "x-tributary-viewer";

const shape = z
  .object({
    viewerId: z.string().min(1).max(200),
    sessionId: z.string().min(1).max(200).optional(),
    keyId: z.string().min(1).max(200).optional(),
    organizationId: z.string().min(1).max(200),
    permissions: z.array(z.string().max(100)).max(150),
    /** When the Worker looked at these rights, in milliseconds. */
    checkedAt: z.number().int().nonnegative(),
  })
  .refine((viewer) => (viewer.sessionId === undefined) !== (viewer.keyId === undefined));

export type LiveViewer = z.infer<typeof shape>;
export type Audience = { permission?: string; viewerIds?: readonly string[] };

/** Null for anything that our Worker would not have written. */
export function readViewer(header: string | null): LiveViewer | null {
  try {
    const bytes = Uint8Array.from(atob(header ?? ""), (character) => character.charCodeAt(0));
    return shape.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

/** What a viewer came in with: the id of a session, or of an API key. */
export function credentialOf(viewer: LiveViewer): string {
  return viewer.sessionId ?? viewer.keyId ?? "";
}

/** A message with a permission or a list of viewers is for them alone; an empty list is for nobody. */
export function mayRead(viewer: LiveViewer, { permission, viewerIds }: Audience): boolean {
  if (permission !== undefined && !viewer.permissions.includes(permission)) return false;
  return viewerIds === undefined || viewerIds.includes(viewer.viewerId);
}
