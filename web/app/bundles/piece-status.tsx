import { clsx } from "clsx";
import {
  Archive,
  BadgeCheck,
  CalendarClock,
  Check,
  Circle,
  CircleAlert,
  CircleDashed,
  Globe,
  type LucideIcon,
  PenLine,
} from "lucide-react";
import type { PieceStatus } from "./bundle";

const marks: Record<PieceStatus, { Icon: LucideIcon; look: string }> = {
  draft: { Icon: Circle, look: "text-faint" },
  queued: { Icon: CircleDashed, look: "text-faint" },
  generating: { Icon: PenLine, look: "animate-breathe text-stream-ink" },
  failed: { Icon: CircleAlert, look: "text-danger" },
  ready: { Icon: Check, look: "text-stream-ink" },
  approved: { Icon: BadgeCheck, look: "text-stream-ink" },
  scheduled: { Icon: CalendarClock, look: "text-stream-ink" },
  published: { Icon: Globe, look: "text-stream-ink" },
  archived: { Icon: Archive, look: "text-faint" },
};

/** A picture beside the words that say the same. */
export function PieceStatusIcon({ status }: { status: PieceStatus }) {
  const { Icon, look } = marks[status];
  return <Icon aria-hidden className={clsx("size-4 shrink-0", look)} />;
}
