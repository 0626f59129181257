import { useRef } from "react";
import { SidePanel } from "~/components/side-panel";
import { Button } from "~/components/ui/button";
import { SelectField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { linkSchema, newLinkSchema } from "~/schemas/link";
import { LinkFields } from "./link-fields";
import type { Link } from "./link";

export type BusinessOption = { id: string; name: string };

type NewLinkPanelProps = { businesses: BusinessOption[]; host: string; closeTo: string };

export function NewLinkPanel({ businesses, host, closeTo }: NewLinkPanelProps) {
  const box = useRef<HTMLDivElement>(null);
  const options = businesses.map(({ id, name }) => ({ value: id, name }));
  return (
    <SidePanel title="Create a link" about="Short to say, and it tells who followed it." closeTo={closeTo}>
      <div ref={box}>
        <SchemaForm
          schema={newLinkSchema}
          intent="create"
          defaultValue={{ passesIds: "on", businessId: options[0]?.value }}
        >
          {(fields, pending) => (
            <>
              {options.length > 1 ? (
                <SelectField field={fields.businessId} label="Business" options={options} />
              ) : (
                <input type="hidden" name="businessId" value={options[0]?.value ?? ""} />
              )}
              <LinkFields fields={fields} form={box} />
              <TextField
                field={fields.slug}
                label="Its own name"
                optional
                hint={`${host}/l/…; drawn for you where you leave it out. It never changes.`}
                spellCheck={false}
              />
              <div>
                <Button type="submit" look="primary" pending={pending}>
                  Create link
                </Button>
              </div>
            </>
          )}
        </SchemaForm>
      </div>
    </SidePanel>
  );
}

export function LinkEditPanel({ link, closeTo }: { link: Link; closeTo: string }) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <SidePanel
      title="Change where it leads"
      about="Everybody who has the link already is led to the new target within a minute."
      closeTo={closeTo}
    >
      <div ref={box}>
        <SchemaForm schema={linkSchema} intent="update" defaultValue={valuesOf(link)}>
          {(fields, pending) => (
            <>
              <LinkFields fields={fields} form={box} />
              <div>
                <Button type="submit" look="primary" pending={pending}>
                  Save link
                </Button>
              </div>
            </>
          )}
        </SchemaForm>
      </div>
    </SidePanel>
  );
}

function valuesOf({ url, name, utm, expiresAt, passesIds }: Link) {
  return { url, name, ...utm, expires: expiresAt?.slice(0, 10), passesIds: passesIds ? "on" : undefined };
}
