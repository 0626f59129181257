import { Section } from "~/components/page";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { SchemaForm } from "~/form/schema-form";
import type { FormField } from "~/form/fields";
import { countOf } from "~/words/format";
import type { Business } from "./businesses-view";
import { Control, type ProfileChoices } from "./profile-form";
import { proposedText, reviewOf, type ReviewRow, reviewSchema } from "./review";
import type { WebsiteAnalysis } from "./website";

type ReviewProps = {
  business: Business;
  analysis: WebsiteAnalysis;
  /** How many facts nobody has decided on. */
  openFacts: number;
  choices: ProfileChoices;
  mayWrite: boolean;
};

/** The proposal beside the profile: each field can be put in other words, taken or left. */
export function ProposalReview({ business, analysis, openFacts, choices, mayWrite }: ReviewProps) {
  const rows = reviewOf(business, analysis);
  const title = "Proposed for the profile";
  if (rows.length === 0) {
    return (
      <Section title={title}>
        <p className="text-muted">The profile says all of it already.</p>
      </Section>
    );
  }
  return (
    <Section
      title={title}
      about={
        mayWrite
          ? "Tick what is right, in your words where you like. What is not ticked stays as it is."
          : "Somebody who writes here can take it over."
      }
    >
      {mayWrite ? (
        <ReviewForm rows={rows} analysis={analysis} openFacts={openFacts} choices={choices} />
      ) : (
        <dl className="grid gap-4">
          {rows.map((row) => (
            <div key={row.name}>
              <dt className="text-13 text-muted">{labelOf(row)}</dt>
              <dd className="whitespace-pre-line">
                {Object.values(proposedText([row], analysis))
                  .flat()
                  .join("\n")}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

type ReviewFormProps = { rows: ReviewRow[] } & Pick<ReviewProps, "analysis" | "openFacts" | "choices">;

function ReviewForm({ rows, analysis, openFacts, choices }: ReviewFormProps) {
  // What somebody wrote before is not written over without their saying so.
  const take = rows.filter(({ now }) => now === "" || analysis.appliedAt === null).map(({ name }) => name);
  return (
    <SchemaForm
      schema={reviewSchema(rows)}
      intent="accept"
      defaultValue={{ ...proposedText(rows, analysis), take }}
      className="grid max-w-2xl"
    >
      {(fields, pending) => (
        <>
          {rows.map((row) => (
            <Row
              key={row.name}
              row={row}
              shown={fields}
              choices={choices}
              isTaken={take.includes(row.name)}
            />
          ))}
          <div className="grid justify-items-start gap-4 pt-4">
            {openFacts > 0 && (
              <Checkbox
                name="acceptFacts"
                defaultChecked
                label={
                  openFacts === 1
                    ? "Also accept the fact below"
                    : `Also accept the ${countOf(openFacts, "fact")} below`
                }
              />
            )}
            <Button type="submit" look="primary" pending={pending}>
              Take over what is ticked
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

type RowProps = {
  row: ReviewRow;
  shown: Record<string, FormField | undefined>;
  choices: ProfileChoices;
  isTaken: boolean;
};

function Row({ row, shown, choices, isTaken }: RowProps) {
  const { name, fields, now } = row;
  const isAlone = fields.length === 1;
  return (
    <div role="group" aria-label={labelOf(row)} className="flex gap-3 border-b border-line py-4 first:pt-0">
      <Checkbox
        name="take"
        value={name}
        defaultChecked={isTaken}
        className="self-start pt-0!"
        label={<span className="sr-only">Take over {labelOf(row)}</span>}
      />
      <div className="grid min-w-0 flex-1 items-start gap-3 sm:grid-cols-2">
        {fields.map((field) => {
          const control = shown[field.name];
          const plain = { ...field, hint: undefined, wide: isAlone };
          return control && <Control key={field.name} field={plain} control={control} choices={choices} />;
        })}
        {now && <p className="text-13 whitespace-pre-line text-muted sm:col-span-2">Now: {now}</p>}
      </div>
    </div>
  );
}

function labelOf({ fields, name }: ReviewRow): string {
  return name === "brandColors" ? "Colours" : (fields[0]?.label ?? name);
}
