import { Page, Section } from "~/components/page";
import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { ConfirmByTyping } from "~/components/ui/confirm-by-typing";
import { Disclosure } from "~/components/ui/disclosure";
import { ExactTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { SelectField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { confirmationSchema, organizationSchema, transferSchema } from "~/schemas/organization";
import { Facts } from "./facts";
import { Billing } from "./organization-billing";
import { Look } from "./organization-look";
import { About, type OrganizationPart, type OrganizationProfile, PartTabs } from "./organization-parts";
import type { ProfileOptions } from "./profile-options.server";

export type OrganizationSettings = {
  id: string;
  name: string;
  slug: string;
  status: "active" | "suspended" | "deleted";
  /** When everything is erased, where it was deleted. */
  eraseAfter?: string | null;
};

type OrganizationViewProps = {
  organization: OrganizationSettings;
  part?: OrganizationPart;
  /** Absent once it is deleted. */
  details?: { profile: OrganizationProfile; options: ProfileOptions };
  host: string;
  /** Whom it may be handed to. */
  heirs: { id: string; name: string }[];
  may: { update: boolean; transfer: boolean; remove: boolean; leave: boolean };
};

export function OrganizationView(props: OrganizationViewProps) {
  const { organization, part = "general", details, may } = props;
  if (!details || organization.status === "deleted") return <Deleted organization={organization} may={may} />;
  const { profile } = details;
  const hasBilling = profile.billingEmail !== undefined;
  return (
    <Page title="Organization">
      <div className="mb-2">
        <PartTabs current={part} hasBilling={hasBilling} />
      </div>
      <div className="[&>section:first-child]:border-t-0 [&>form>section:first-of-type]:border-t-0">
        {part === "general" && <General {...props} details={details} />}
        {part === "billing" && hasBilling && <Billing {...details} mayUpdate={may.update} />}
        {part === "look" && <Look profile={profile} mayUpdate={may.update} />}
      </div>
    </Page>
  );
}

type GeneralProps = OrganizationViewProps & Required<Pick<OrganizationViewProps, "details">>;

function General({ organization, host, details, heirs, may }: GeneralProps) {
  return (
    <>
      <Section title="Name and address" about="The address is part of every link into the app.">
        {may.update ? (
          <NameForm organization={organization} host={host} />
        ) : (
          <Facts
            facts={[
              ["Name", organization.name],
              ["Address", `${host}/o/${organization.slug}`],
            ]}
          />
        )}
      </Section>
      <About {...details} mayUpdate={may.update} />
      {may.transfer && (
        <Section title="Hand over" about="Somebody else becomes the owner; you stay as an admin.">
          <Transfer organization={organization} heirs={heirs} />
        </Section>
      )}
      {may.leave && (
        <Section title="Leave" about="You lose access at once. What you made stays.">
          <Disclosure label="Leave organization…" look="dangerQuiet">
            <p className="mb-3">You will need a new invite to come back.</p>
            <ActionButton intent="leave" look="danger">
              Leave {organization.name}
            </ActionButton>
          </Disclosure>
        </Section>
      )}
      {may.remove && (
        <Section
          title="Delete"
          about="Everything stops at once and is erased after thirty days. Until then you can bring it back."
        >
          <Disclosure label="Delete organization…" look="dangerQuiet">
            <Delete organization={organization} />
          </Disclosure>
        </Section>
      )}
    </>
  );
}

type Named = { organization: OrganizationSettings };

function NameForm({ organization, host }: Named & { host: string }) {
  return (
    <SchemaForm
      schema={organizationSchema}
      intent="rename"
      defaultValue={organization}
      className="grid max-w-md gap-4"
    >
      {(fields, pending) => (
        <>
          <TextField field={fields.name} label="Name" autoComplete="organization" />
          <TextField
            field={fields.slug}
            label="Address"
            hint={`${host}/o/${organization.slug}. Links with the old address stop working when you change it.`}
            autoCapitalize="none"
            spellCheck={false}
          />
          <div>
            <Button type="submit" look="primary" pending={pending}>
              Save name and address
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function Transfer({ organization, heirs }: Named & { heirs: OrganizationViewProps["heirs"] }) {
  if (heirs.length === 0)
    return <p className="text-muted">Invite somebody first: there is nobody else here yet.</p>;
  const options = [
    { value: "", name: "Choose a member" },
    ...heirs.map(({ id, name }) => ({ value: id, name })),
  ];
  return (
    <Disclosure label="Hand over…">
      <SchemaForm schema={transferSchema} intent="transfer" className="grid max-w-md gap-4">
        {(fields, pending) => (
          <ConfirmByTyping
            expected={organization.name}
            action="Hand over organization"
            pending={pending}
            errors={fields.confirmation.errors}
          >
            <SelectField field={fields.memberId} label="New owner" options={options} />
          </ConfirmByTyping>
        )}
      </SchemaForm>
    </Disclosure>
  );
}

function Delete({ organization }: Named) {
  return (
    <SchemaForm schema={confirmationSchema} intent="delete" className="grid max-w-md gap-4">
      {(fields, pending) => (
        <ConfirmByTyping
          expected={organization.name}
          action="Delete organization"
          pending={pending}
          errors={fields.confirmation.errors}
        >
          <p>
            Members lose access, keys and links stop, nothing is sent any more. After thirty days it is erased
            for good.
          </p>
        </ConfirmByTyping>
      )}
    </SchemaForm>
  );
}

function Deleted({ organization, may }: Named & { may: OrganizationViewProps["may"] }) {
  return (
    <Page title={organization.name}>
      <Callout
        tone="attention"
        title="This organization is deleted"
        action={
          may.remove && (
            <ActionButton intent="restore" look="primary">
              Bring {organization.name} back
            </ActionButton>
          )
        }
      >
        {organization.eraseAfter && (
          <>
            Everything is erased on <ExactTime at={organization.eraseAfter} />. Until then it can be brought
            back as it was.
          </>
        )}
      </Callout>
    </Page>
  );
}
