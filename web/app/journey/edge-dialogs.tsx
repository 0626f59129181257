import { type FormEvent, useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { textOf } from "~/form/form-data";
import { type JourneyEdge, type JourneyNode, kindNames } from "./journey";
import type { JourneyActs } from "./use-journey";

const ctaHint = "What asks the reader to go on. Empty: the piece’s own words do.";

type EdgeProps = {
  edge: JourneyEdge;
  from: JourneyNode;
  to: JourneyNode;
  acts: JourneyActs;
  close: () => void;
};

export function EdgeDialog({ edge, from, to, acts, close }: EdgeProps) {
  const id = useId();
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    acts.relabel(edge, textOf(new FormData(event.currentTarget), "ctaText"));
    close();
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title="Change the link"
      description={`“${from.title}” leads to “${to.title}”.`}
    >
      <form onSubmit={submit}>
        <Field id={id} label="Call to action" hint={ctaHint}>
          {(control) => (
            <Input
              {...control}
              name="ctaText"
              maxLength={200}
              defaultValue={edge.ctaText}
              placeholder={from.ctaText}
            />
          )}
        </Field>
        <DialogActions>
          <Button
            look="dangerQuiet"
            onClick={() => {
              acts.unlink(edge);
              close();
            }}
          >
            Unlink
          </Button>
          <Button type="submit" look="primary">
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

type LinkProps = { from: JourneyNode; targets: JourneyNode[]; acts: JourneyActs; close: () => void };

/** Offers only what may follow and does not follow yet. */
export function LinkDialog({ from, targets, acts, close }: LinkProps) {
  const id = useId();
  const [chosen, choose] = useState(targets[0]?.id ?? "");
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const to = targets.find((node) => node.id === chosen);
    if (to) acts.link(from, to, textOf(new FormData(event.currentTarget), "ctaText"));
    close();
  }
  return (
    <Dialog open onOpenChange={(open) => !open && close()} title={`Where “${from.title}” leads`}>
      <form onSubmit={submit} className="grid gap-4">
        <Field id={`${id}-to`} label="Leads to">
          {(control) => (
            <Select {...control} value={chosen} onChange={(event) => choose(event.target.value)}>
              {targets.map((node) => (
                <option key={node.id} value={node.id}>
                  {`${kindNames[node.kind]}: ${node.title}`}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id={`${id}-cta`} label="Call to action" hint={ctaHint}>
          {(control) => <Input {...control} name="ctaText" maxLength={200} placeholder={from.ctaText} />}
        </Field>
        <DialogActions>
          <Button type="submit" look="primary">
            Link
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
