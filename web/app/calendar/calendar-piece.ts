import { shownAt } from "./clock";

export type CalendarPiece = {
  id: string;
  businessId: string;
  kind: "blog_post" | "social_post" | "content_upgrade" | "email_sequence" | "email";
  title: string;
  status: string;
  channel: string;
  scheduledFor: string | null;
  publishedAt: string | null;
};
export type PlacedPiece = CalendarPiece & { scheduledFor: string };
export type FreeSlot = { at: string; channel: string };

export const channelNames: Record<string, string> = {
  x: "X",
  linkedin: "LinkedIn",
  facebook: "Facebook",
  instagram: "Instagram",
  threads: "Threads",
  bluesky: "Bluesky",
  site: "Site",
  email: "Email",
};

export function channelName(channel: string): string {
  return channelNames[channel] ?? channel;
}

/** What is out is history: it stands where it stood. */
export function isMovable({ publishedAt, status }: CalendarPiece): boolean {
  return publishedAt === null && (status === "scheduled" || status === "approved");
}

export function isPlaced(piece: CalendarPiece): piece is PlacedPiece {
  return piece.scheduledFor !== null;
}

export function byDay<T>(items: readonly T[], atOf: (item: T) => string, timeZone: string): Map<string, T[]> {
  const days = new Map<string, T[]>();
  for (const item of items.toSorted((a, b) => atOf(a).localeCompare(atOf(b)))) {
    const { day } = shownAt(atOf(item), timeZone);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return days;
}
