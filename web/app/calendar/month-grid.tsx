import { Link, useLocation } from "@remix-run/react";
import { clsx } from "clsx";
import { useLocale } from "~/locale";
import { byDay, type PlacedPiece } from "./calendar-piece";
import { sayDay } from "./clock";
import { ClockChange, DropDay } from "./day-parts";
import { useDesk } from "./desk";
import { ChipTarget, PieceChip } from "./piece-chip";

type Props = { days: readonly string[]; month: string; pieces: PlacedPiece[] };

const mostInCell = 3;

export function MonthGrid({ days, month, pieces }: Props) {
  const { language } = useLocale();
  const { timeZone } = useDesk();
  const placed = byDay(pieces, (piece) => piece.scheduledFor, timeZone);
  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7));
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">{sayDay(month, language, "month")}</caption>
      <thead>
        <tr>
          {days.slice(0, 7).map((day) => (
            <th key={day} scope="col" className="pb-1 text-left text-12 font-medium text-muted">
              {sayDay(day, language, "weekday")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day} className="h-28 border border-line p-0 align-top">
                <DayCell
                  day={day}
                  isOther={day.slice(0, 7) !== month.slice(0, 7)}
                  pieces={placed.get(day) ?? []}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, isOther, pieces }: { day: string; isOther: boolean; pieces: PlacedPiece[] }) {
  const { language } = useLocale();
  const { today, lifted } = useDesk();
  const { search } = useLocation();
  const week = new URLSearchParams(search);
  week.set("view", "week");
  week.set("day", day);
  return (
    <DropDay id={`day:${day}`} day={day} className="flex h-full min-h-28 flex-col gap-0.5 p-1">
      <Link
        to={`?${week.toString()}`}
        aria-current={day === today ? "date" : undefined}
        aria-label={sayDay(day, language, "long")}
        className={clsx(
          "flex size-6 items-center justify-center rounded-full text-12 tabular-nums hover:bg-hover",
          day === today
            ? "bg-stream font-medium text-on-stream hover:bg-stream-strong"
            : isOther && "text-faint",
        )}
      >
        {Number(day.slice(8))}
      </Link>
      <ClockChange day={day} />
      {pieces.slice(0, mostInCell).map((piece) => (
        <PieceChip key={piece.id} piece={piece} stacked />
      ))}
      {pieces.length > mostInCell && (
        <Link
          to={`?${week.toString()}`}
          className="flex min-h-6 items-center px-1.5 text-12 text-muted hover:text-ink"
        >
          {pieces.length - mostInCell} more
        </Link>
      )}
      {lifted?.day === day && <ChipTarget piece={lifted.piece} time={lifted.time} />}
    </DropDay>
  );
}
