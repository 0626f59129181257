import { CalendarDays } from "lucide-react";
import { useMemo, useState } from "react";
import { Page } from "~/components/page";
import { LinkButton } from "~/components/ui/link-button";
import { EmptyState } from "~/components/ui/states";
import { useLatest } from "~/latest";
import { useLocale } from "~/locale";
import { BackgroundNotices } from "~/toasts/background-notices";
import { Agenda } from "./agenda";
import {
  type CalendarPiece,
  channelNames,
  type FreeSlot,
  isPlaced,
  type PlacedPiece,
} from "./calendar-piece";
import { zoneName } from "./clock";
import { type Desk, DeskContext } from "./desk";
import { Dragging } from "./dragging";
import { MonthGrid } from "./month-grid";
import { MoveDialog } from "./move-dialog";
import { SpreadButton } from "./spread-dialog";
import { type BusinessOption, Toolbar } from "./toolbar";
import { Tray } from "./tray";
import { useLift } from "./use-lift";
import { useMoves } from "./use-moves";
import { WeekGrid } from "./week-grid";
import { type CalendarViewName, daysOf } from "./window";

export type CalendarViewProps = {
  view: CalendarViewName;
  day: string;
  today: string;
  timeZone: string;
  zone: "mine" | "business";
  businesses: BusinessOption[];
  business: BusinessOption | null;
  channel: string | null;
  scheduled: CalendarPiece[];
  isCut: boolean;
  waiting: CalendarPiece[];
  moreWaiting: boolean;
  slots: FreeSlot[];
  mayMove: boolean;
  /** Where pieces are, such as `/o/northwind/pieces`, and what answers with free times. */
  piecesTo: string;
  freeTo: string;
  planFrom: string;
  bundlesTo: string;
};

export function CalendarView(props: CalendarViewProps) {
  const { view, day, timeZone, scheduled, waiting, mayMove, isCut } = props;
  const days = daysOf(view, day);
  const { move, placed, spread, keys } = useMoves(timeZone);
  const pieces = placed([...scheduled, ...waiting]);
  const [open, setOpen] = useState<CalendarPiece | null>(null);
  const lift = useLift({ ...props, days, language: useLocale().language, move });
  const desk = useDeskOf(props, lift, setOpen);
  return (
    <Page
      title="Calendar"
      about={`What goes out when, as clocks show it in ${zoneName(timeZone)}.`}
      action={mayMove && <SpreadButton planFrom={props.planFrom} spread={spread} />}
    >
      <DeskContext.Provider value={desk}>
        <Toolbar {...props} days={days} />
        <Dragging move={move} timeZone={timeZone}>
          <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_13rem]">
            <Board {...props} days={days} pieces={pieces.filter(isPlaced)} />
            {(mayMove || waiting.length > 0) && (
              <Tray pieces={pieces.filter((piece) => !isPlaced(piece))} isCut={props.moreWaiting} />
            )}
          </div>
        </Dragging>
        <BackgroundNotices keys={keys} />
        {isCut && (
          <p className="mt-4 text-13 text-muted">
            There is more than fits here: choose a business or a week.
          </p>
        )}
        <p id="calendar-keys" className="sr-only">
          Press Enter for details and Move to. Press Space to carry it with the arrow keys.
        </p>
        <p role="status" className="sr-only">
          {lift.said}
        </p>
        {open && (
          <MoveDialog
            piece={open}
            move={move}
            close={() => setOpen(null)}
            pieceTo={`${props.piecesTo}/${open.id}`}
            freeTo={props.freeTo}
          />
        )}
      </DeskContext.Provider>
    </Page>
  );
}

function useDeskOf(
  props: CalendarViewProps,
  { lifted, onKey }: Pick<Desk, "lifted" | "onKey">,
  open: Desk["open"],
): Desk {
  const latest = useLatest(onKey);
  return useMemo(() => {
    const businessNames = new Map(props.businesses.map(({ id, name }) => [id, name]));
    return { ...props, businessNames, lifted, open, onKey: (piece, key) => latest.current(piece, key) };
  }, [props, lifted, open, latest]);
}

type BoardProps = CalendarViewProps & { days: readonly string[]; pieces: PlacedPiece[] };

/** A grid needs room: on a phone each view is a list. */
function Board({ view, day, days, pieces, waiting, channel, slots, bundlesTo, mayMove }: BoardProps) {
  if (pieces.length === 0 && waiting.length === 0 && slots.length === 0 && view === "list")
    return <NothingYet bundlesTo={bundlesTo} />;
  const isEmpty = pieces.length === 0 && waiting.length === 0;
  return (
    <div className="min-w-0">
      {isEmpty && mayMove && <NothingYet bundlesTo={bundlesTo} />}
      {view !== "list" && (
        <div className="hidden sm:block">
          {view === "month" ? (
            <MonthGrid days={days} month={day} pieces={pieces} />
          ) : (
            <WeekGrid days={days} pieces={pieces} channels={channelsOf(channel, [...pieces, ...waiting])} />
          )}
        </div>
      )}
      <div className={view === "list" ? undefined : "sm:hidden"}>
        <Agenda days={days} pieces={pieces} />
      </div>
    </div>
  );
}

/** Whatever is placed or waits has a row to be put into. */
function channelsOf(chosen: string | null, pieces: readonly CalendarPiece[]): string[] {
  if (chosen) return [chosen];
  const used = new Set(pieces.map(({ channel }) => channel));
  return used.size > 0 ? Object.keys(channelNames).filter((channel) => used.has(channel)) : ["site"];
}

function NothingYet({ bundlesTo }: { bundlesTo: string }) {
  return (
    <EmptyState
      icon={CalendarDays}
      title="Nothing goes out in this time"
      action={<LinkButton to={bundlesTo}>See bundles</LinkButton>}
    >
      Approve a piece of a bundle, and it waits at the side: drag it onto a day, or give it a time.
    </EmptyState>
  );
}
