import { type FormEvent, useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { textOf } from "~/form/form-data";
import { countOf } from "~/words/format";
import type { Stage } from "./lead";

type ReasonDialogProps = {
  stage: Stage;
  /** Whom it is about: a name, or how many. */
  who: string | number;
  onAnswer(reason: string): void;
  onCancel(): void;
};

const usual = {
  closed_won: ["Best price", "Best fit", "Recommended", "Knew us already"],
  closed_lost: ["Price", "Chose somebody else", "No budget", "Bad timing", "Went quiet"],
};

/** Asked when somebody is won or lost: what is learnt from it is worth the one click. */
export function ReasonDialog({ stage, who, onAnswer, onCancel }: ReasonDialogProps) {
  const isWon = stage.status === "closed_won";
  const [error, setError] = useState<string[]>([]);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const reason = textOf(new FormData(event.currentTarget), "reason").trim();
    if (reason) onAnswer(reason);
    else setError(["Choose a reason or write one."]);
  }
  const whom = typeof who === "number" ? countOf(who, "lead") : who;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onCancel()}
      title={isWon ? `Why was ${whom} won?` : `Why was ${whom} lost?`}
      description={`On the way to “${stage.name}”.`}
    >
      <div className="mb-4 flex flex-wrap gap-2">
        {usual[isWon ? "closed_won" : "closed_lost"].map((reason) => (
          <Button key={reason} size="sm" onClick={() => onAnswer(reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <form id="reason" onSubmit={submit}>
        <Field id="close-reason" label="Or in your words" errors={error}>
          {(control) => <Input {...control} name="reason" maxLength={300} autoComplete="off" />}
        </Field>
      </form>
      <DialogActions>
        <Button look="quiet" onClick={onCancel}>
          Leave where it was
        </Button>
        <Button type="submit" form="reason" look="primary">
          {isWon ? "Mark as won" : "Mark as lost"}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
