import { Button } from "~/components/ui/button";
import { SelectField, TextareaField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { companySchema, companySizes } from "~/schemas/company";

type CompanyFormProps = {
  values?: Record<string, string>;
  colleagues: readonly { id: string; name: string }[];
  submit: string;
};

const sizes = [{ value: "", name: "Unknown" }, ...companySizes.map((size) => ({ value: size, name: size }))];

export function CompanyForm({ values, colleagues, submit }: CompanyFormProps) {
  const owners = [{ value: "", name: "Nobody" }, ...colleagues.map(({ id, name }) => ({ value: id, name }))];
  return (
    <SchemaForm schema={companySchema} intent="save" defaultValue={values} className="grid max-w-lg gap-4">
      {(fields, pending) => (
        <>
          <TextField field={fields.name} label="Name" />
          <TextField
            field={fields.website}
            label="Website"
            inputMode="url"
            hint="Its domain is how the next lead from there is known."
            optional
          />
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <TextField field={fields.industry} label="Industry" optional />
            <SelectField field={fields.size} label="People" options={sizes} />
            <TextField field={fields.city} label="City" optional />
            <TextField field={fields.country} label="Country" hint="Two letters, such as NO." optional />
          </div>
          <SelectField field={fields.ownerId} label="Owner" options={owners} />
          <TextField field={fields.phone} label="Phone" type="tel" optional />
          <TextareaField field={fields.description} label="What they do" optional />
          <div>
            <Button type="submit" look="primary" pending={pending}>
              {submit}
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}
