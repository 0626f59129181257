import { clsx } from "clsx";
import { useLocale } from "~/locale";
import { byDay, channelName, type PlacedPiece } from "./calendar-piece";
import { sayDay } from "./clock";
import { ClockChange, DropDay, DropSlot } from "./day-parts";
import { useDesk } from "./desk";
import { ChipTarget, PieceChip } from "./piece-chip";

type Props = {
  days: readonly string[];
  pieces: PlacedPiece[];
  /** Those that have a row. */ channels: string[];
};

/** A row a channel: that is where two pieces cannot take one time. */
export function WeekGrid({ days, pieces, channels }: Props) {
  const { language } = useLocale();
  const { today } = useDesk();
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">The week by channel and day</caption>
      <thead>
        <tr>
          <th scope="col" className="w-20 text-left text-12 font-medium text-muted">
            <span className="sr-only">Channel</span>
          </th>
          {days.map((day) => (
            <th key={day} scope="col" className="pb-1 text-left align-bottom text-12 font-medium">
              <span
                aria-current={day === today ? "date" : undefined}
                className={clsx(day === today ? "text-stream-ink" : "text-muted")}
              >
                {sayDay(day, language, "short")}
              </span>
              <ClockChange day={day} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {channels.map((channel) => (
          <ChannelRow
            key={channel}
            channel={channel}
            days={days}
            pieces={pieces.filter((piece) => piece.channel === channel)}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = Omit<Props, "channels"> & { channel: string };

function ChannelRow({ channel, days, pieces }: RowProps) {
  const { timeZone, slots, lifted } = useDesk();
  const placed = byDay(pieces, (piece) => piece.scheduledFor, timeZone);
  const free = byDay(
    slots.filter((slot) => slot.channel === channel),
    ({ at }) => at,
    timeZone,
  );
  return (
    <tr>
      <th scope="row" className="py-2 pr-2 text-left align-top text-12 font-medium text-muted">
        {channelName(channel)}
      </th>
      {days.map((day) => (
        <td key={day} className="h-20 border border-line p-0 align-top">
          <DropDay
            id={`day:${day}:${channel}`}
            day={day}
            className="flex h-full min-h-20 flex-col gap-0.5 p-1"
          >
            {(placed.get(day) ?? []).map((piece) => (
              <PieceChip key={piece.id} piece={piece} stacked />
            ))}
            {(free.get(day) ?? []).map((slot) => (
              <DropSlot key={slot.at} slot={slot} />
            ))}
            {lifted?.day === day && lifted.piece.channel === channel && (
              <ChipTarget piece={lifted.piece} time={lifted.time} />
            )}
          </DropDay>
        </td>
      ))}
    </tr>
  );
}
