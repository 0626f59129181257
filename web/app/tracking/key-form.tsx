import { Button } from "~/components/ui/button";
import { SelectField, TextareaField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { trackingKeySchema } from "~/schemas/tracking";
import { type ConsentMode, consentWords, type TrackingKey } from "./tracking-key";

const modes = Object.entries(consentWords).map(([value, { name }]) => ({ value, name }));

type KeyFormProps = { intent: "create" | "change"; trackingKey?: TrackingKey };

export function KeyForm({ intent, trackingKey }: KeyFormProps) {
  const isNew = intent === "create";
  return (
    <SchemaForm
      schema={trackingKeySchema}
      intent={intent}
      defaultValue={defaultsOf(trackingKey)}
      className="grid gap-5"
      startsOver={isNew}
    >
      {(fields, pending) => (
        <>
          <TextField
            field={fields.name}
            label="Name"
            hint="The website it is for, such as “Shop”."
            className="max-w-md"
          />
          <TextareaField
            field={fields.domains}
            label="Websites that may send"
            optional
            rows={3}
            placeholder={"www.example.com\n*.example.com"}
            hint="A host name on each line. Without any, every website with the key may send."
            className="max-w-md"
          />
          <SelectField
            field={fields.consentMode}
            label="Consent"
            options={modes}
            hint={`${consentWords.ask.name}: ${consentWords.ask.about} ${consentWords.cookieless.name}: ${consentWords.cookieless.about}`}
            className="max-w-md"
          />
          <div>
            <Button type="submit" look={isNew ? "primary" : "secondary"} pending={pending}>
              {isNew ? "Create tracking key" : "Save"}
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function defaultsOf(trackingKey: TrackingKey | undefined) {
  const consentMode: ConsentMode = trackingKey?.consentMode ?? "ask";
  return { name: trackingKey?.name, domains: trackingKey?.domains.join("\n"), consentMode };
}
