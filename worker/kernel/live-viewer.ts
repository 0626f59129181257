import * as z from "zod";

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

/** Who is behind a socket, with the rights they had a moment ago. */
export type LiveViewer = z.infer<typeof shape>;

/** Set by our Worker alone, after it has checked the credential; read by the room and by nobody else. */
const header = "x-tributary-viewer";

export function announceViewer(headers: Headers, viewer: LiveViewer): void {
  const bytes = new TextEncoder().encode(JSON.stringify(viewer));
  headers.set(header, btoa(String.fromCharCode(...bytes)));
}

/** Null for anything that our Worker would not have written. */
export function announcedViewer(headers: Headers): LiveViewer | null {
  try {
    const bytes = Uint8Array.from(atob(headers.get(header) ?? ""), (character) => character.charCodeAt(0));
    return shape.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}
