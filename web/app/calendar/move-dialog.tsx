import { useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { LinkButton } from "~/components/ui/link-button";
import { textOf } from "~/form/form-data";
import { useLocale } from "~/locale";
import { type CalendarPiece, channelName, isMovable } from "./calendar-piece";
import { instantAt, sayDay, shownAt, zoneName } from "./clock";
import { useDesk } from "./desk";
import type { Move } from "./use-moves";

type Props = { piece: CalendarPiece; move: Move; close: () => void; pieceTo: string; freeTo: string };
export type FreeTimes = { basis: "posting_times" | "usual"; times: string[] };

/** The way of moving that needs no pointer: a day and a time, or one of the next free times of its channel. */
export function MoveDialog({ piece, move, close, pieceTo, freeTo }: Props) {
  const { mayMove, timeZone } = useDesk();
  const canMove = mayMove && isMovable(piece);
  function to(at: string): void {
    move(piece, { at });
    close();
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={canMove ? `Move “${piece.title}”` : piece.title}
      description={<Standing piece={piece} />}
    >
      {canMove && (
        <>
          <WhenForm piece={piece} onChoose={to} />
          <FreeChoice piece={piece} freeTo={freeTo} onChoose={to} />
        </>
      )}
      <DialogActions>
        {canMove && piece.scheduledFor !== null && (
          <Button
            look="quiet"
            onClick={() => {
              move(piece, { out: true });
              close();
            }}
          >
            Take out of the calendar
          </Button>
        )}
        <LinkButton to={pieceTo}>Open piece</LinkButton>
        {canMove && (
          <Button type="submit" form="when" look="primary">
            {piece.scheduledFor === null ? "Schedule" : "Move"}
          </Button>
        )}
      </DialogActions>
      <p className="mt-3 text-12 text-muted">Times as in {zoneName(timeZone)}.</p>
    </Dialog>
  );
}

function Standing({ piece: { channel, scheduledFor, publishedAt, status } }: { piece: CalendarPiece }) {
  const { language } = useLocale();
  const { timeZone } = useDesk();
  const shown = scheduledFor && shownAt(scheduledFor, timeZone);
  const when = shown ? `${sayDay(shown.day, language, "long")}, ${shown.time}` : "no date yet";
  if (publishedAt !== null) return <>Published on {channelName(channel)}.</>;
  if (scheduledFor !== null && status !== "scheduled")
    return (
      <>
        Holds {when} on {channelName(channel)}, and goes out only once somebody approves it.
      </>
    );
  return (
    <>
      {channelName(channel)} · {when}
    </>
  );
}

function WhenForm({ piece, onChoose }: { piece: CalendarPiece; onChoose: (at: string) => void }) {
  const { timeZone, today } = useDesk();
  const id = useId();
  const [error, setError] = useState<string[]>([]);
  const shown = piece.scheduledFor ? shownAt(piece.scheduledFor, timeZone) : { day: today, time: "09:00" };
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const at = instantAt({ day: textOf(form, "day"), time: textOf(form, "time") }, timeZone);
    if (Date.parse(at) <= Date.now()) setError(["This time has passed. Choose a later one."]);
    else onChoose(at);
  }
  return (
    <form id="when" onSubmit={submit} className="grid gap-x-3 gap-y-4 sm:grid-cols-2">
      <Field id={`${id}-day`} label="Day" errors={error}>
        {(control) => (
          <Input {...control} type="date" name="day" required min={today} defaultValue={shown.day} />
        )}
      </Field>
      <Field id={`${id}-time`} label="Time">
        {(control) => <Input {...control} type="time" name="time" required defaultValue={shown.time} />}
      </Field>
    </form>
  );
}

type ChoiceProps = { piece: CalendarPiece; freeTo: string; onChoose: (at: string) => void };

function FreeChoice({ piece, freeTo, onChoose }: ChoiceProps) {
  const { language } = useLocale();
  const { timeZone } = useDesk();
  const { load, data } = useFetcher<FreeTimes>();
  useEffect(
    () => load(`${freeTo}?business=${piece.businessId}&channel=${piece.channel}`),
    [load, freeTo, piece],
  );
  if (!data || data.times.length === 0) return null;
  const why = data.basis === "posting_times" ? "Your posting times" : "Working days at nine";
  return (
    <fieldset className="mt-5">
      <legend className="font-medium">Next free times</legend>
      <p className="text-13 text-muted">
        {why}
        {data.basis === "usual" && `: this business has named no times for ${channelName(piece.channel)}`}.
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {data.times.map((at) => {
          const { day, time } = shownAt(at, timeZone);
          return (
            <Button key={at} size="sm" onClick={() => onChoose(at)}>
              {sayDay(day, language, "date")}, {time}
            </Button>
          );
        })}
      </div>
    </fieldset>
  );
}
