import { Form } from "@remix-run/react";
import { Page, Section } from "~/components/page";
import { Avatar } from "~/components/ui/avatar";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { ConfirmByTyping } from "~/components/ui/confirm-by-typing";
import { Disclosure } from "~/components/ui/disclosure";
import { CheckboxField, SelectField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { changeEmailSchema, closeAccountSchema, profileSchema } from "~/schemas/account";

export type Profile = {
  name: string;
  email: string;
  emailVerified: boolean;
  avatarUrl: string | null;
  timezone: string;
  reminderMails: boolean;
};

type ProfileViewProps = { profile: Profile; zones: { value: string; name: string }[] };

export function ProfileView({ profile, zones }: ProfileViewProps) {
  return (
    <Page title="Profile">
      <Section title="You" about="How others see you, and in which time zone times are shown.">
        <You profile={profile} />
        <SchemaForm
          schema={profileSchema}
          intent="profile"
          defaultValue={profile}
          className="grid max-w-md gap-4"
        >
          {(fields, pending) => (
            <>
              <TextField field={fields.name} label="Name" autoComplete="name" />
              <SelectField field={fields.timezone} label="Time zone" options={zones} />
              <CheckboxField
                field={fields.reminderMails}
                label="Mail me when a task is due"
                hint="While Tributary is open, you are told on the screen too."
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
      <Section title="Email address" about="We write to the new address first, and tell the old one.">
        <ChangeEmail />
      </Section>
      <Section title="Leave this browser">
        <Form method="post" action="/sign-out">
          <Button type="submit">Sign out</Button>
        </Form>
      </Section>
      <Section
        title="Close your account"
        about="You are signed out everywhere. After thirty days all that is about you is erased; signing in before keeps it."
      >
        <CloseAccount />
      </Section>
    </Page>
  );
}

function You({ profile }: { profile: Profile }) {
  const { name, email, emailVerified, avatarUrl } = profile;
  return (
    <div className="mb-5 flex items-center gap-4">
      <Avatar name={name} src={avatarUrl} size="lg" />
      <div className="min-w-0">
        <p className="truncate font-medium">{name}</p>
        <p className="flex flex-wrap items-center gap-2 text-muted">
          <span className="break-all">{email}</span>
          {emailVerified ? (
            <Badge tone="stream">Confirmed</Badge>
          ) : (
            <Badge tone="attention">Not confirmed</Badge>
          )}
        </p>
      </div>
    </div>
  );
}

function ChangeEmail() {
  return (
    <SchemaForm schema={changeEmailSchema} intent="email" className="grid max-w-md gap-4" startsOver>
      {(fields, pending) => (
        <>
          <TextField field={fields.newEmail} label="New email address" type="email" autoComplete="email" />
          <div>
            <Button type="submit" pending={pending}>
              Change address
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function CloseAccount() {
  return (
    <Disclosure label="Close account…" look="dangerQuiet">
      <SchemaForm schema={closeAccountSchema} intent="close" className="grid max-w-md gap-4">
        {(fields, pending) => (
          <ConfirmByTyping
            expected="close my account"
            action="Close account"
            pending={pending}
            errors={fields.confirmation.errors}
          >
            <p>Organizations that you own have to be handed over or deleted first.</p>
          </ConfirmByTyping>
        )}
      </SchemaForm>
    </Disclosure>
  );
}
