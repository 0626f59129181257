import type { ReactNode } from "react";
import { Section } from "~/components/page";
import { Button } from "~/components/ui/button";
import { type FormField, PasswordField, SelectField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { webhookSchema, wordPressSchema } from "./schemas";

/** One that something can be connected for. */
export type Connectable = { id: string; name: string };

type ConnectProps = { businesses: Connectable[] };

export function ConnectWordPress({ businesses }: ConnectProps) {
  return (
    <Section
      id="wordpress"
      title="Connect WordPress"
      about="Articles arrive as posts, downloads as pages: published or as drafts, with picture and alternative text."
    >
      <SchemaForm schema={wordPressSchema} intent="wordpress" className="grid max-w-xl gap-6">
        {(fields, pending) => (
          <>
            <Step number={1} title="Your site">
              <TextField
                field={fields.url}
                label="Address of the site"
                type="url"
                inputMode="url"
                placeholder="https://blog.example.com"
                autoComplete="off"
              />
            </Step>
            <Step number={2} title="Make an application password in WordPress">
              <p className="text-13 text-muted">
                Sign in there and open Users, then Profile. Under “Application Passwords” write “Tributary”
                and press “Add”. It can be taken back there at any time, and your own password stays yours.
              </p>
            </Step>
            <Step number={3} title="Let Tributary in">
              <div className="grid gap-4">
                <TextField
                  field={fields.username}
                  label="User name in WordPress"
                  hint="It needs the role Author, or Editor for downloads."
                  autoComplete="off"
                  spellCheck={false}
                />
                <PasswordField
                  field={fields.password}
                  label="Application password"
                  hint="As WordPress shows it; spaces do not matter. It is kept sealed, and nobody sees it again."
                  autoComplete="off"
                />
                <BusinessField field={fields.businessId} businesses={businesses} />
              </div>
            </Step>
            <div>
              <Button type="submit" look="primary" pending={pending}>
                Connect and test
              </Button>
            </div>
          </>
        )}
      </SchemaForm>
    </Section>
  );
}

export function ConnectWebhook({ businesses }: ConnectProps) {
  return (
    <Section
      id="webhook"
      title="Connect a webhook"
      about="Your own program gets every piece that is published there, signed as Standard Webhooks says."
    >
      <SchemaForm schema={webhookSchema} intent="webhook" className="grid max-w-xl gap-4" startsOver>
        {(fields, pending) => (
          <>
            <TextField
              field={fields.url}
              label="Address of the receiver"
              type="url"
              inputMode="url"
              placeholder="https://hooks.example.com/tributary"
              autoComplete="off"
            />
            <BusinessField field={fields.businessId} businesses={businesses} />
            <div>
              <Button type="submit" pending={pending}>
                Connect webhook
              </Button>
            </div>
          </>
        )}
      </SchemaForm>
    </Section>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-medium">
        <span className="text-muted">{number}.</span> {title}
      </legend>
      {children}
    </fieldset>
  );
}

function BusinessField({ field, businesses }: ConnectProps & { field: FormField }) {
  const options = [
    { value: "", name: "Every business" },
    ...businesses.map(({ id, name }) => ({ value: id, name })),
  ];
  return <SelectField field={field} label="For" options={options} className="max-w-xs" />;
}
