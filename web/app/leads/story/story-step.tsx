import { Link } from "@remix-run/react";
import { clsx } from "clsx";
import {
  ArrowRightLeft,
  ClipboardList,
  Gauge,
  type LucideIcon,
  MessagesSquare,
  MoreHorizontal,
  MousePointerClick,
  NotebookPen,
  PanelTop,
  Pencil,
  ShoppingBag,
  UserCheck,
  Waypoints,
} from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Menu, MenuItem } from "~/components/ui/menu";
import { RelativeTime } from "~/components/ui/time";
import { sayPause, type StoryEntry, type StoryKind } from "./story";

/** What can be done with something that was written down by hand. */
export type StoryActs = { remove(entry: StoryEntry): void };

const icons: Record<StoryKind, LucideIcon> = {
  lead: Pencil,
  stage: ArrowRightLeft,
  assignment: UserCheck,
  score: Gauge,
  touch: Waypoints,
  web: PanelTop,
  click: MousePointerClick,
  submission: ClipboardList,
  activity: NotebookPen,
  conversation: MessagesSquare,
  sale: ShoppingBag,
};

type StepProps = { entry: StoryEntry; home: string; acts: StoryActs | null; isLast: boolean };

export function StoryStep({ entry, home, acts, isLast }: StepProps) {
  const { at, kind, title, about, by, to } = entry;
  const Icon = icons[kind];
  const pause = sayPause(entry.sincePrevious);
  return (
    <li className="relative flex gap-3 pb-4">
      {!isLast && <span aria-hidden className="absolute top-7 bottom-0 left-3.5 w-px bg-line" />}
      <span
        data-ground
        className="flex size-7 shrink-0 items-center justify-center rounded-full border border-line bg-paper text-muted"
      >
        <Icon aria-hidden className="size-3.5" />
      </span>
      <div className="min-w-0 flex-1 pt-1">
        <div className="flex items-start justify-between gap-3">
          <p className="min-w-0 break-words">
            {to ? (
              <Link to={`${home}/${to}`} prefetch="intent" className="hover:underline">
                {title}
              </Link>
            ) : (
              title
            )}
          </p>
          <span className="flex shrink-0 items-center gap-1 text-12 text-muted">
            <RelativeTime at={at} />
            {acts && entry.activityId && <EntryMenu entry={entry} acts={acts} />}
          </span>
        </div>
        {about && <Said text={about} isWords={kind === "activity" || kind === "conversation"} />}
        {by && <p className="text-12 text-muted">by {by}</p>}
        {pause && !isLast && <p className="mt-3 text-12 text-faint">{pause} before that</p>}
      </div>
    </li>
  );
}

const longest = 280;

/** Long words open when somebody wants to read them. */
function Said({ text, isWords }: { text: string; isWords: boolean }) {
  const [isOpen, open] = useState(false);
  const isLong = text.length > longest;
  return (
    <div className={clsx("mt-0.5", isWords ? "whitespace-pre-wrap" : "truncate text-13 text-muted")}>
      <p className="break-words">{isLong && !isOpen ? `${text.slice(0, longest).trimEnd()}…` : text}</p>
      {isLong && !isOpen && (
        <Button look="quiet" size="sm" onClick={() => open(true)} className="-ml-2.5">
          Show all
        </Button>
      )}
    </div>
  );
}

function EntryMenu({ entry, acts }: { entry: StoryEntry; acts: StoryActs }) {
  const trigger = (
    <Button look="quiet" size="iconSm" aria-label={`More about ${entry.title}`} className="-my-1">
      <MoreHorizontal aria-hidden />
    </Button>
  );
  return (
    <Menu trigger={trigger} label={entry.title}>
      <MenuItem danger onSelect={() => acts.remove(entry)}>
        Delete
      </MenuItem>
    </Menu>
  );
}
