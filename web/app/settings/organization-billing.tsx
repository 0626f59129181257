import { Section } from "~/components/page";
import { SelectField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { organizationBillingSchema } from "~/schemas/organization-profile";
import { Facts } from "./facts";
import type { OrganizationProfile } from "./organization-parts";
import { filled, nameOf, Save } from "./profile-form";
import type { ProfileOptions } from "./profile-options.server";

type BillingProps = { profile: OrganizationProfile; options: ProfileOptions; mayUpdate: boolean };

export function Billing({ profile, options: { countries }, mayUpdate }: BillingProps) {
  const { billingEmail, taxId, address } = profile;
  if (!mayUpdate) return <BillingFacts profile={profile} countries={countries} />;
  return (
    <SchemaForm
      schema={organizationBillingSchema}
      intent="billing"
      defaultValue={filled({ billingEmail, taxId, ...address })}
      className="block"
    >
      {(fields, pending) => (
        <>
          <Section title="Invoices" about="Where they go, and the number that belongs on them.">
            <div className="grid max-w-2xl items-start gap-4 sm:grid-cols-2">
              <TextField field={fields.billingEmail} label="Email for invoices" type="email" />
              <TextField field={fields.taxId} label="Tax id" hint="Such as a VAT number." />
            </div>
          </Section>
          <Section title="Postal address">
            <div className="grid max-w-2xl items-start gap-4 sm:grid-cols-2">
              <TextField
                field={fields.street}
                label="Street and number"
                autoComplete="street-address"
                className="sm:col-span-2"
              />
              <TextField field={fields.postalCode} label="Postal code" autoComplete="postal-code" />
              <TextField field={fields.city} label="Town" autoComplete="address-level2" />
              <TextField field={fields.state} label="State or region" autoComplete="address-level1" />
              <SelectField field={fields.country} label="Country" options={countries} />
              <Save pending={pending}>Save billing details</Save>
            </div>
          </Section>
        </>
      )}
    </SchemaForm>
  );
}

function BillingFacts({
  profile,
  countries,
}: Pick<BillingProps, "profile"> & Pick<ProfileOptions, "countries">) {
  const { billingEmail, taxId, address } = profile;
  const town = [address?.postalCode, address?.city].filter(Boolean).join(" ");
  return (
    <>
      <Section title="Invoices">
        <Facts
          facts={[
            ["Email for invoices", billingEmail],
            ["Tax id", taxId],
          ]}
        />
      </Section>
      <Section title="Postal address">
        <Facts
          facts={[
            ["Street and number", address?.street],
            ["Town", town],
            ["State or region", address?.state],
            ["Country", nameOf(countries, address?.country)],
          ]}
        />
      </Section>
    </>
  );
}
