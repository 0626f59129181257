import { Page, Section } from "~/components/page";
import { Button } from "~/components/ui/button";
import { TextareaField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { linkTargetsSchema } from "~/schemas/link-targets";
import { Facts } from "~/settings/facts";

type LinkTargetsViewProps = { allowedHosts: string[]; blockedHosts: string[]; mayWrite: boolean };

/** Where the links of an organization may lead. */
export function LinkTargetsView({ mayWrite, ...hosts }: LinkTargetsViewProps) {
  return (
    <Page
      title="Link targets"
      about="Where your short links may lead. It counts for new links at once, and for those that are out in the world within a minute: one that leads elsewhere is stopped, and leads on when it may again."
    >
      <Section title="Rules" about="Each host name stands for all names below it, too.">
        {mayWrite ? <HostsForm {...hosts} /> : <HostsFacts {...hosts} />}
      </Section>
    </Page>
  );
}

type Hosts = Omit<LinkTargetsViewProps, "mayWrite">;

function HostsForm({ allowedHosts, blockedHosts }: Hosts) {
  return (
    <SchemaForm
      schema={linkTargetsSchema}
      intent="save"
      defaultValue={{ allowedHosts: allowedHosts.join("\n"), blockedHosts: blockedHosts.join("\n") }}
      className="grid gap-5"
    >
      {(fields, pending) => (
        <>
          <TextareaField
            field={fields.allowedHosts}
            label="Lead only to"
            optional
            rows={4}
            placeholder={"example.com\nshop.example.net"}
            hint="A host name on each line. Without any, links may lead anywhere."
            className="max-w-md"
          />
          <TextareaField
            field={fields.blockedHosts}
            label="Never lead to"
            optional
            rows={4}
            placeholder="old.example.com"
            hint="A host name on each line. These are refused even below a name that is allowed."
            className="max-w-md"
          />
          <div>
            <Button type="submit" look="primary" pending={pending}>
              Save rules
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function HostsFacts({ allowedHosts, blockedHosts }: Hosts) {
  return (
    <>
      <Facts
        facts={[
          ["Lead only to", allowedHosts.join(", ") || "Anywhere"],
          ["Never lead to", blockedHosts.join(", ") || "No place is ruled out"],
        ]}
      />
      <p className="mt-3 text-13 text-muted">An admin can change this.</p>
    </>
  );
}
