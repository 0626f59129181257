import { type RefObject, useEffect, useState } from "react";
import { Button } from "~/components/ui/button";
import { CheckboxField, type FormField, TextField } from "~/form/fields";
import { readTarget } from "../../../worker/links/pure/target";
import {
  normalizeUtm,
  splitUtm,
  type Utm,
  utmNames,
  utmTemplates,
  withUtm,
} from "../../../worker/links/pure/utm";

type Fields = Record<(typeof utmNames)[number] | "url" | "name" | "expires" | "passesIds", FormField>;

const labels: Record<(typeof utmNames)[number], string> = {
  source: "Source",
  medium: "Medium",
  campaign: "Campaign",
  term: "Term",
  content: "Content",
};

type LinkFieldsProps = { fields: Fields; form: RefObject<HTMLElement> };

/** What a link is made of, with the address that it leads to as it will be. */
export function LinkFields({ fields, form }: LinkFieldsProps) {
  return (
    <>
      <TextField
        field={fields.url}
        label="Leads to"
        hint="UTM parameters in it are taken over below."
        inputMode="url"
        placeholder="https://example.com/offer"
      />
      <TextField field={fields.name} label="Name" optional hint="For you; readers do not see it." />
      <UtmBuilder fields={fields} form={form} />
      <TextField field={fields.expires} label="Ends after" optional type="date" className="max-w-48" />
      <CheckboxField
        field={fields.passesIds}
        label="Tell the target which click it was"
        hint="Adds a signed click id to the address, so that a form or your own site can say what brought its visitor. Whoever has not agreed stays unnamed."
      />
    </>
  );
}

function UtmBuilder({ fields, form }: LinkFieldsProps) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const valueOf = (name: keyof Fields) => typed[name] ?? fields[name].defaultValue ?? "";
  useEffect(() => {
    const element = form.current;
    const look = () => setTyped(read(element));
    element?.addEventListener("input", look);
    return () => element?.removeEventListener("input", look);
  }, [form]);
  const utm = Object.fromEntries(utmNames.map((name) => [name, valueOf(name)]));
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-medium">Campaign parameters</legend>
      <div className="flex flex-wrap gap-1">
        {utmTemplates.map((template) => (
          <Button
            key={template.name}
            size="sm"
            onClick={() => {
              fill(form.current, template.utm);
              setTyped(read(form.current));
            }}
          >
            {template.name}
          </Button>
        ))}
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        {utmNames.map((name) => (
          <TextField key={name} field={fields[name]} label={labels[name]} optional spellCheck={false} />
        ))}
      </div>
      <Preview url={valueOf("url")} utm={utm} />
    </fieldset>
  );
}

/** Exactly what the server will make of it, by the same rules. */
function Preview({ url, utm }: { url: string; utm: Utm }) {
  const target = readTarget(url);
  if ("problem" in target)
    return <p className="text-13 text-muted">With an address above, the whole of it appears here.</p>;
  const split = splitUtm(target.url);
  const whole = withUtm(split.url, normalizeUtm({ ...split.utm, ...filled(utm) }));
  return (
    <output
      className="block rounded-4 bg-sunken px-3 py-2 font-mono text-12 break-all"
      aria-label="Whole address"
    >
      {whole}
    </output>
  );
}

function filled(utm: Utm): Utm {
  return Object.fromEntries(Object.entries(utm).filter(([, value]) => value !== ""));
}

function controls(form: HTMLElement | null): HTMLInputElement[] {
  return [...(form?.querySelectorAll<HTMLInputElement>("input:not([type=hidden])") ?? [])];
}

function read(form: HTMLElement | null): Record<string, string> {
  return Object.fromEntries(controls(form).map(({ name, value }) => [name, value]));
}

function fill(form: HTMLElement | null, utm: Utm): void {
  for (const control of controls(form)) {
    const name = utmNames.find((each) => each === control.name);
    if (name) control.value = utm[name] ?? "";
  }
}
