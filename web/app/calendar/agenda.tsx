import { useLocale } from "~/locale";
import { byDay, type PlacedPiece } from "./calendar-piece";
import { sayDay } from "./clock";
import { ClockChange, DropDay } from "./day-parts";
import { useDesk } from "./desk";
import { ChipTarget, PieceChip } from "./piece-chip";

type Props = { days: readonly string[]; pieces: PlacedPiece[] };

/** Day under day; the only view on a phone. Days without a piece are left out, but for today. */
export function Agenda({ days, pieces }: Props) {
  const { language } = useLocale();
  const { timeZone, today, lifted } = useDesk();
  const placed = byDay(pieces, (piece) => piece.scheduledFor, timeZone);
  const shown = days.filter((day) => placed.has(day) || day === today || day === lifted?.day);
  if (shown.length === 0) return <p className="py-6 text-muted">Nothing goes out in this time.</p>;
  return (
    <ol>
      {shown.map((day) => (
        <li key={day} className="border-t border-line">
          <DropDay
            id={`list:${day}`}
            day={day}
            className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[11rem_minmax(0,1fr)]"
          >
            <div>
              <h2 className="text-13 font-medium" aria-current={day === today ? "date" : undefined}>
                {sayDay(day, language, "long")}
                {day === today && <span className="font-normal text-muted"> · today</span>}
              </h2>
              <ClockChange day={day} />
            </div>
            <div className="grid min-w-0 gap-1">
              {(placed.get(day) ?? []).map((piece) => (
                <PieceChip key={piece.id} piece={piece} />
              ))}
              {!placed.has(day) && <p className="text-13 text-muted">Nothing goes out.</p>}
              {lifted?.day === day && <ChipTarget piece={lifted.piece} time={lifted.time} />}
            </div>
          </DropDay>
        </li>
      ))}
    </ol>
  );
}
