import { useState } from "react";
import { wordsIn } from "../../../worker/forms/pure/words";
import { Page, Section } from "~/components/page";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions } from "~/components/ui/dialog";
import { LinkButton } from "~/components/ui/link-button";
import { Select } from "~/components/ui/select";
import { EmptyState } from "~/components/ui/states";
import { ActionButton } from "~/form/action-button";
import { countOf } from "~/words/format";
import { Store } from "lucide-react";
import type { Definition } from "./definition";
import { FromSentence } from "./from-sentence";
import { FormPreview } from "./preview/form-preview";

export type FormTemplate = { key: string; name: string; about: string; definition: Definition };

export type NewFormViewProps = {
  businesses: { id: string; name: string }[];
  templates: FormTemplate[];
  listTo: string;
  businessesTo: string;
  /** The emergency stop is on: nothing is written at the moment. */
  isStopped: boolean;
  /** How often something may still be written; nothing where that is not counted. */
  left: number | null;
};

export function NewFormView(props: NewFormViewProps) {
  const { businesses, listTo, businessesTo } = props;
  const [business, setBusiness] = useState(businesses[0]?.id ?? "");
  if (!business)
    return (
      <Page title="New form" back={{ to: listTo, name: "Forms" }}>
        <EmptyState
          icon={Store}
          title="First a business, then its form"
          action={
            <LinkButton to={businessesTo} look="primary">
              Describe a business
            </LinkButton>
          }
        >
          A form belongs to a business: its name, its language and its colours are the form's too.
        </EmptyState>
      </Page>
    );
  return (
    <Page title="New form" about="Nobody sees it before you publish it." back={{ to: listTo, name: "Forms" }}>
      {businesses.length > 1 && (
        <label className="mb-6 block max-w-72">
          <span className="mb-1.5 block font-medium">Business</span>
          <Select value={business} onChange={({ target }) => setBusiness(target.value)}>
            {businesses.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </label>
      )}
      <FromSentence business={business} isStopped={props.isStopped} left={props.left} />
      <FromTemplate business={business} templates={props.templates} />
      <Section title="From nothing" about="An empty form and every kind of question.">
        <ActionButton intent="blank" fields={{ businessId: business }} asPage>
          Begin blank
        </ActionButton>
      </Section>
    </Page>
  );
}

function FromTemplate({ business, templates }: { business: string; templates: FormTemplate[] }) {
  const [shown, setShown] = useState<FormTemplate | null>(null);
  return (
    <Section title="From a template" about="Each asks no more than it needs. Change everything afterwards.">
      <ul className="grid gap-px border-y border-line">
        {templates.map((template) => (
          <li
            key={template.key}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 last:border-b-0"
          >
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-medium">{template.name}</p>
              <p className="text-13 text-muted">
                {template.about} {countOf(template.definition.fields.length, "question")}.
              </p>
            </div>
            <Button
              look="quiet"
              size="sm"
              aria-label={`Look at ${template.name}`}
              onClick={() => setShown(template)}
            >
              Look
            </Button>
            <ActionButton
              intent="template"
              fields={{ businessId: business, template: template.key }}
              size="sm"
              aria-label={`Use template ${template.name}`}
              asPage
            >
              Use template
            </ActionButton>
          </li>
        ))}
      </ul>
      {shown && <TemplateDialog template={shown} business={business} onClose={() => setShown(null)} />}
    </Section>
  );
}

type TemplateDialogProps = { template: FormTemplate; business: string; onClose: () => void };

function TemplateDialog({ template, business, onClose }: TemplateDialogProps) {
  const { key, name, about, definition } = template;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={name} description={about}>
      <div className="@container max-h-[50dvh] overflow-y-auto rounded-8 border border-line">
        <FormPreview
          definition={definition}
          language={definition.language}
          words={wordsIn(definition.language)}
          mode="light"
          selected={null}
          onSelect={() => undefined}
        />
      </div>
      <DialogActions>
        <ActionButton
          intent="template"
          fields={{ businessId: business, template: key }}
          look="primary"
          asPage
        >
          Use template
        </ActionButton>
      </DialogActions>
    </Dialog>
  );
}
