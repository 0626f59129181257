import { useFetcher, useSearchParams } from "@remix-run/react";
import { useEffect, useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { useLocale } from "~/locale";
import { countOf } from "~/words/format";
import { channelName } from "./calendar-piece";
import { sayDay, shownAt, zoneName } from "./clock";

type Placement = { pieceId: string; title: string; channel: string; at: string };
export type SpreadPlan = {
  bundles: { id: string; name: string }[];
  bundleId: string | null;
  timezone: string;
  placements: Placement[];
  left: number;
  /** Channels for which the business has named no times. */
  usual: string[];
};

type Props = { planFrom: string; spread: (bundleId: string) => void };

/** Who comes from a bundle sees at once where its pieces would go. */
export function SpreadButton(props: Props) {
  const [search, setSearch] = useSearchParams();
  const asked = search.get("bundle");
  const [isOpen, setOpen] = useState(asked !== null);
  const close = () => {
    setOpen(false);
    if (asked === null) return;
    search.delete("bundle");
    setSearch(search, { replace: true, preventScrollReset: true });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>Spread a bundle</Button>
      {isOpen && <SpreadDialog {...props} asked={asked} close={close} />}
    </>
  );
}

/** Shows where each approved piece of a bundle would go, and puts them there in one go. */
function SpreadDialog({
  planFrom,
  spread,
  asked,
  close,
}: Props & { asked: string | null; close: () => void }) {
  const id = useId();
  const { load, data: plan, state } = useFetcher<SpreadPlan>();
  useEffect(() => load(asked ? `${planFrom}?bundle=${asked}` : planFrom), [load, planFrom, asked]);
  const bundleId = plan?.bundleId;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title="Spread a bundle"
      description="Its approved pieces go to the free posting times of what is left of its period."
    >
      {plan && plan.bundles.length > 0 ? (
        <Field id={id} label="Bundle">
          {(control) => (
            <Select
              {...control}
              value={bundleId ?? ""}
              onChange={(event) => load(`${planFrom}?bundle=${event.target.value}`)}
            >
              {plan.bundles.map((bundle) => (
                <option key={bundle.id} value={bundle.id}>
                  {bundle.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : (
        <p className="text-muted">{plan ? "There is no bundle yet." : "Looking for free times…"}</p>
      )}
      {plan && plan.bundles.length > 0 && <Plan plan={plan} />}
      <DialogActions>
        <Button look="quiet" onClick={close}>
          Cancel
        </Button>
        {plan && bundleId && plan.placements.length > 0 && (
          <Button
            look="primary"
            pending={state !== "idle"}
            onClick={() => {
              spread(bundleId);
              close();
            }}
          >
            Schedule {countOf(plan.placements.length, "piece")}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Plan({ plan: { placements, left, usual, timezone } }: { plan: SpreadPlan }) {
  const { language } = useLocale();
  if (placements.length === 0)
    return (
      <p className="mt-4 text-muted">
        {left > 0
          ? `${countOf(left, "approved piece")} found no free time in what is left of the period.`
          : "No approved piece of this bundle waits for a date."}
      </p>
    );
  return (
    <>
      <ol className="mt-4 max-h-60 overflow-y-auto border-y border-line" aria-label="What goes out when">
        {placements.map(({ pieceId, title, channel, at }) => {
          const { day, time } = shownAt(at, timezone);
          return (
            <li key={pieceId} className="flex gap-3 py-1 text-13">
              <span className="w-32 shrink-0 text-muted tabular-nums">
                {sayDay(day, language, "date")}, {time}
              </span>
              <span className="min-w-0 flex-1 truncate">{title}</span>
              <span className="shrink-0 text-muted">{channelName(channel)}</span>
            </li>
          );
        })}
      </ol>
      <p className="mt-2 text-12 text-muted">
        Times as in {zoneName(timezone)}.
        {usual.length > 0 &&
          ` The business has named no times for ${usual.map(channelName).join(", ")}: working days at nine.`}
        {left > 0 && ` ${countOf(left, "piece")} found no free time and would stay without a date.`}
      </p>
    </>
  );
}
