import { Section } from "~/components/page";
import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { TextareaField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { countOf } from "~/words/format";
import { formSentenceSchema } from "~/schemas/form";

type FromSentenceProps = { business: string; isStopped: boolean; left: number | null };

export function FromSentence({ business, isStopped, left }: FromSentenceProps) {
  return (
    <Section
      title="From a sentence"
      about="Say what you want to know and of whom. A draft is written; you correct it before anybody sees it."
    >
      {isStopped ? (
        <Callout tone="attention" title="Nothing is written at the moment">
          Writing is stopped for now. Templates and blank forms work as always.
        </Callout>
      ) : (
        <SchemaForm
          schema={formSentenceSchema}
          intent="draft"
          defaultValue={{ businessId: business }}
          className="grid max-w-xl gap-3"
        >
          {(fields, pending) => (
            <>
              <input type="hidden" name="businessId" value={business} />
              <TextareaField
                field={fields.sentence}
                label="What should the form find out?"
                hint={
                  left === null
                    ? undefined
                    : `A draft is one of the ${countOf(left, "text")} that your plan still writes.`
                }
                placeholder="Cafés that want our beans: how many cups a week, which machine, and when we may call."
                rows={3}
              />
              <div>
                <Button type="submit" look="primary" pending={pending}>
                  Draft form
                </Button>
              </div>
            </>
          )}
        </SchemaForm>
      )}
    </Section>
  );
}
