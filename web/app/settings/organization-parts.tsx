import { Section } from "~/components/page";
import { LinkTabs } from "~/components/ui/tabs";
import { SelectField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { organizationAboutSchema } from "~/schemas/organization-profile";
import type { components } from "../../../sdk";
import { Facts } from "./facts";
import { filled, nameOf, Save } from "./profile-form";
import type { ProfileOptions } from "./profile-options.server";

export type OrganizationProfile = components["schemas"]["Organization"];
export type OrganizationPart = "general" | "billing" | "look";

export function isOrganizationPart(value: string | null): value is OrganizationPart {
  return value === "general" || value === "billing" || value === "look";
}

export function PartTabs({ current, hasBilling }: { current: OrganizationPart; hasBilling: boolean }) {
  const tab = (part: OrganizationPart, name: string) => ({
    to: part === "general" ? "?" : `?part=${part}`,
    name,
    isCurrent: part === current,
  });
  return (
    <LinkTabs
      label="Organization"
      tabs={[
        tab("general", "General"),
        ...(hasBilling ? [tab("billing", "Billing details")] : []),
        tab("look", "Look"),
      ]}
    />
  );
}

const sizeOptions = [
  { value: "", name: "Not chosen" },
  { value: "startup", name: "Just starting" },
  { value: "small", name: "Small" },
  { value: "medium", name: "Medium" },
  { value: "large", name: "Large" },
  { value: "enterprise", name: "Enterprise" },
];
const weekOptions = [
  { value: "", name: "Not chosen" },
  { value: "monday", name: "Monday" },
  { value: "saturday", name: "Saturday" },
  { value: "sunday", name: "Sunday" },
];

type AboutProps = { profile: OrganizationProfile; options: ProfileOptions; mayUpdate: boolean };

export function About({ profile, options, mayUpdate }: AboutProps) {
  const { domain, industry, size, settings } = profile;
  const { zones, languages } = options;
  const about = { domain, industry, size, ...settings };
  return (
    <Section title="Details" about="What it does, and how its days and words are written.">
      {mayUpdate ? (
        <SchemaForm
          schema={organizationAboutSchema}
          intent="about"
          defaultValue={filled(about)}
          className="grid max-w-2xl items-start gap-4 sm:grid-cols-2"
        >
          {(fields, pending) => (
            <>
              <TextField field={fields.domain} label="Website" inputMode="url" autoCapitalize="none" />
              <TextField field={fields.industry} label="Industry" />
              <SelectField field={fields.size} label="Size" options={sizeOptions} />
              <SelectField field={fields.language} label="Language" options={languages} />
              <SelectField field={fields.timezone} label="Time zone" options={zones} />
              <SelectField field={fields.weekStartsOn} label="The week starts on" options={weekOptions} />
              <Save pending={pending}>Save details</Save>
            </>
          )}
        </SchemaForm>
      ) : (
        <Facts
          facts={[
            ["Website", domain],
            ["Industry", industry],
            ["Size", nameOf(sizeOptions, size)],
            ["Language", nameOf(languages, settings.language)],
            ["Time zone", nameOf(zones, settings.timezone)],
            ["The week starts on", nameOf(weekOptions, settings.weekStartsOn)],
          ]}
        />
      )}
    </Section>
  );
}
