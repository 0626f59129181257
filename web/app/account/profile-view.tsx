import { Form } from "@remix-run/react";
import { Page, Section } from "~/components/page";
import { Avatar } from "~/components/ui/avatar";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { SelectField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { profileSchema } from "~/schemas/account";

export type Profile = {
  name: string;
  email: string;
  emailVerified: boolean;
  avatarUrl: string | null;
  timezone: string;
};

export function ProfileView({ profile, zones }: { profile: Profile; zones: string[] }) {
  return (
    <Page title="Profile">
      <Section title="You" about="How others see you, and in which time zone times are shown.">
        <div className="mb-5 flex items-center gap-4">
          <Avatar name={profile.name} src={profile.avatarUrl} size="lg" />
          <div className="min-w-0">
            <p className="truncate font-medium">{profile.name}</p>
            <p className="flex flex-wrap items-center gap-2 text-muted">
              <span className="break-all">{profile.email}</span>
              {profile.emailVerified ? (
                <Badge tone="stream">Confirmed</Badge>
              ) : (
                <Badge tone="attention">Not confirmed</Badge>
              )}
            </p>
          </div>
        </div>
        <SchemaForm
          schema={profileSchema}
          intent="profile"
          defaultValue={profile}
          className="grid max-w-md gap-4"
        >
          {(fields, pending) => (
            <>
              <TextField field={fields.name} label="Name" autoComplete="name" />
              <SelectField
                field={fields.timezone}
                label="Time zone"
                options={zones.map((zone) => ({ value: zone, name: zone.replaceAll("_", " ") }))}
              />
              <div>
                <Button type="submit" look="primary" pending={pending}>
                  Save profile
                </Button>
              </div>
            </>
          )}
        </SchemaForm>
      </Section>
      <Section title="Leave this browser">
        <Form method="post" action="/sign-out">
          <Button type="submit">Sign out</Button>
        </Form>
      </Section>
    </Page>
  );
}
