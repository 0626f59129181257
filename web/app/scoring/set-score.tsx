import { type FormEvent, useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import type { LeadScore, ScoreAnswer } from "./score";
import { sendScore } from "./send-score";

type SetScoreProps = {
  score: LeadScore;
  address: string;
  onDone(answer: ScoreAnswer): void;
  onClose(): void;
};

const lifetimes = [
  { value: "7", name: "For a week" },
  { value: "30", name: "For 30 days" },
  { value: "90", name: "For 90 days" },
  { value: "", name: "Until somebody takes it back" },
];
const dayMs = 86_400_000;

/** A person knows better than the rules, says why, and for how long. */
export function SetScore({ score, address, onDone, onClose }: SetScoreProps) {
  const [pending, wait] = useState(false);
  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const days = Number(form.get("days"));
    const expiresAt = days > 0 ? new Date(Date.now() + days * dayMs).toISOString() : null;
    const note = form.get("note");
    wait(true);
    const said = { score: Number(form.get("score")), note: typeof note === "string" ? note : "", expiresAt };
    const answer = await sendScore(address, said);
    wait(false);
    if (!answer) return;
    onDone(answer);
    onClose();
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Set the score by hand"
      description="The rules go on counting beside it, and say so again when its time is over."
    >
      <form onSubmit={(event) => void save(event)} className="grid gap-4">
        <SaidFields score={score} />
        <DialogActions>
          <Button type="button" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" look="primary" pending={pending}>
            Set score
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function SaidFields({ score }: { score: LeadScore }) {
  return (
    <>
      <Field id="score-by-hand" label="Score, from 0 to 100">
        {(control) => (
          <Input
            {...control}
            name="score"
            type="number"
            min={0}
            max={100}
            step={1}
            required
            defaultValue={score.override?.score ?? score.score}
            className="max-w-28"
          />
        )}
      </Field>
      <Field id="score-note" label="Why" optional>
        {(control) => (
          <Input {...control} name="note" maxLength={500} defaultValue={score.override?.note ?? ""} />
        )}
      </Field>
      <Field id="score-days" label="It stands">
        {(control) => (
          <Select {...control} name="days" defaultValue="30">
            {lifetimes.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
