import { useState } from "react";
import { Section } from "~/components/page";
import { TextField, type FormField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { organizationLookSchema } from "~/schemas/organization-profile";
import { Facts } from "./facts";
import type { OrganizationProfile } from "./organization-parts";
import { filled, Save } from "./profile-form";

type LookProps = { profile: OrganizationProfile; mayUpdate: boolean };

export function Look({ profile: { branding }, mayUpdate }: LookProps) {
  return (
    <Section title="Logo and colours" about="Kept for everything that carries your name.">
      {mayUpdate ? (
        <SchemaForm
          schema={organizationLookSchema}
          intent="look"
          defaultValue={filled(branding)}
          className="grid max-w-2xl items-start gap-4 sm:grid-cols-2"
        >
          {(fields, pending) => (
            <>
              <TextField
                field={fields.logoUrl}
                label="Address of the logo"
                hint="A picture on your own website, beginning with https://."
                inputMode="url"
                autoCapitalize="none"
                className="sm:col-span-2"
              />
              <ColourField field={fields.primaryColor} label="Main colour" />
              <ColourField field={fields.accentColor} label="Second colour" />
              <Save pending={pending}>Save logo and colours</Save>
            </>
          )}
        </SchemaForm>
      ) : (
        <Facts
          facts={[
            ["Address of the logo", branding.logoUrl],
            ["Main colour", branding.primaryColor],
            ["Second colour", branding.accentColor],
          ]}
        />
      )}
    </Section>
  );
}

/** The code is what counts; the patch beside it shows what it means. */
function ColourField({ field, label }: { field: FormField; label: string }) {
  const [typed, setTyped] = useState(field.defaultValue ?? "");
  const isColour = /^#[0-9a-f]{6}$/i.test(typed);
  return (
    <TextField
      field={field}
      label={label}
      hint="Such as #0f766e."
      spellCheck={false}
      autoCapitalize="none"
      onInput={(event) => setTyped(event.currentTarget.value.trim())}
      aside={
        <span
          aria-hidden
          className="size-4 self-center rounded-4 border border-edge"
          style={{ background: isColour ? typed : "transparent" }}
        />
      }
    />
  );
}
