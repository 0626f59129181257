import { Form, useNavigation } from "@remix-run/react";
import { ArrowLeftRight } from "lucide-react";
import { Page } from "~/components/page";
import { Button } from "~/components/ui/button";
import { Radio } from "~/components/ui/checkbox";
import { LinkButton } from "~/components/ui/link-button";
import { SubmissionField } from "~/form/submission-field";
import { useLocale } from "~/locale";
import { nameOf } from "~/leads/lead";
import type { components } from "../../../sdk";
import { mergeTo } from "./duplicate";
import { type Choice, type MergeHouse, type MergeRow, rowsOf, sayBelongings } from "./merge-rows";

export type MergeViewProps = {
  preview: components["schemas"]["LeadMergePreview"];
  house: MergeHouse;
  leadsTo: string;
};

/** Two leads side by side, and what stays of each. */
export function MergeView({ preview, house, leadsTo }: MergeViewProps) {
  const { kept, merged, belongings } = preview;
  const rows = rowsOf(preview, house, useLocale());
  const [keptName, mergedName] = tellApart(kept, merged);
  const { state, formData } = useNavigation();
  const goesAlong = sayBelongings(belongings);
  return (
    <Page
      title="Merge two leads"
      back={{ to: `${leadsTo}/duplicates`, name: "Possible duplicates" }}
      about={`${keptName} stays and takes up ${mergedName}: tags, timeline, tasks and all else goes along. You can undo it for thirty days.`}
    >
      <Form method="post">
        <input type="hidden" name="keep" value={kept.id} />
        <input type="hidden" name="merge" value={merged.id} />
        <SubmissionField pending={state !== "idle" && formData?.get("merge") === merged.id} />
        <div className="hidden grid-cols-[9rem_1fr_1fr] gap-4 border-b border-line pb-2 text-13 text-muted sm:grid">
          <span>Field</span>
          <span>Of the lead that stays</span>
          <span>Of the other</span>
        </div>
        {rows.length === 0 && (
          <p className="py-4 text-muted">They say the same of themselves. There is nothing to choose.</p>
        )}
        {rows.map((row) => (
          <ChoiceRow key={row.name} row={row} />
        ))}
        {goesAlong !== "" && <p className="mt-4 text-13 text-muted">Goes along: {goesAlong}.</p>}
        <div className="mt-6 flex flex-wrap gap-2">
          <Button
            type="submit"
            look="primary"
            pending={state !== "idle" && formData?.get("merge") === merged.id}
            className={fitting}
          >
            <span className="truncate">Merge into {keptName}</span>
          </Button>
          <LinkButton to={mergeTo(leadsTo, merged.id, kept.id)} look="secondary" replace className={fitting}>
            <ArrowLeftRight aria-hidden />
            <span className="truncate">Keep {mergedName} instead</span>
          </LinkButton>
          <LinkButton to={`${leadsTo}/duplicates`} look="quiet">
            Cancel
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}

/** An address may be longer than a phone is wide. */
const fitting = "max-w-full min-w-0 shrink";

type Wire = MergeViewProps["preview"]["kept"];

/** Two of one name are told apart by what they can be reached by, or by which came first. */
function tellApart(kept: Wire, merged: Wire): [string, string] {
  const [one, other] = [nameIn(kept), nameIn(merged)];
  if (one !== other) return [one, other];
  const isOlder = kept.createdAt <= merged.createdAt;
  return [
    kept.email ?? (isOlder ? "the older one" : "the newer one"),
    merged.email ?? (isOlder ? "the newer one" : "the older one"),
  ];
}

function nameIn(lead: Wire): string {
  return nameOf({ ...lead, companyName: lead.company?.name ?? "" });
}

function ChoiceRow({ row }: { row: MergeRow }) {
  const { name, label } = row;
  return (
    <fieldset className="grid gap-x-4 border-b border-line py-2 sm:grid-cols-[9rem_1fr_1fr]">
      <legend className="float-left w-full py-1 text-13 text-muted sm:w-auto">{label}</legend>
      <Side row={row} choice="kept" words={row.kept} />
      <Side row={row} choice="merged" words={row.merged} />
      {name === "notes" && row.isConflict && (
        <div className="sm:col-start-2">
          <Radio
            name="choice.notes"
            value="both"
            defaultChecked={row.choice === "both"}
            label="Keep both notes"
          />
        </div>
      )}
    </fieldset>
  );
}

type SideProps = { row: MergeRow; choice: Choice; words: string };

/** What is empty may be chosen too: sometimes the other value is the wrong one. */
function Side({ row, choice, words }: SideProps) {
  const label =
    words === "" ? <span className="text-muted">Nothing</span> : <span className="break-words">{words}</span>;
  return (
    <Radio
      name={`choice.${row.name}`}
      value={choice}
      defaultChecked={row.choice === choice}
      label={label}
      className="min-w-0"
    />
  );
}
