import { Form, useNavigation } from "@remix-run/react";
import { Page } from "~/components/page";
import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { SubmissionField } from "~/form/submission-field";

export type ImportRefusal = { message: string; places: { pointer: string; detail: string }[] };

type ImportViewProps = {
  businesses: { id: string; name: string }[];
  refusal: ImportRefusal | null;
  home: string;
};

/** A bundle that was taken out as JSON comes back, here or in another organization. */
export function ImportView({ businesses, refusal, home }: ImportViewProps) {
  const pending = useNavigation().state !== "idle";
  return (
    <Page
      title="Import a bundle"
      about="From a JSON file that was downloaded here. All of it comes in or nothing; nothing of it is approved."
      back={{ to: `${home}/bundles`, name: "Bundles" }}
    >
      <Form method="post" encType="multipart/form-data" className="grid max-w-md gap-5">
        <SubmissionField pending={pending} />
        {refusal && <Refusal {...refusal} />}
        <Field id="business" label="For which business">
          {(control) => (
            <Select name="businessId" {...control}>
              {businesses.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="file" label="File" hint="On a bundle’s page: Download, then JSON. Up to 5 MB.">
          {(control) => (
            <input
              type="file"
              name="file"
              required
              accept="application/json,.json"
              className="block w-full text-13 file:mr-3 file:h-9 file:rounded-8 file:border file:border-line file:bg-raised file:px-3 file:text-13 file:font-medium file:text-ink"
              {...control}
            />
          )}
        </Field>
        <div>
          <Button type="submit" look="primary" pending={pending} aria-disabled={businesses.length === 0}>
            Import bundle
          </Button>
        </div>
      </Form>
    </Page>
  );
}

function Refusal({ message, places }: ImportRefusal) {
  return (
    <Callout tone="danger" role="alert" title={message}>
      {places.length > 0 && (
        <ul className="mt-2 list-disc pl-5 text-13">
          {places.slice(0, mostPlaces).map(({ pointer, detail }) => (
            <li key={pointer + detail}>
              <span className="font-mono break-all">{pointer}</span> {detail}
            </li>
          ))}
        </ul>
      )}
    </Callout>
  );
}

const mostPlaces = 10;
