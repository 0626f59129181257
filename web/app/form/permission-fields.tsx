import { FieldErrors } from "~/components/ui/field";
import { Checkbox } from "~/components/ui/checkbox";
import { groupPermissions, permissionWords } from "~/settings/permission-words";
import type { FormField } from "./fields";

type PermissionFieldsProps = {
  field: Pick<FormField, "id" | "name" | "errors" | "defaultOptions">;
  legend: string;
  /** What may be chosen: nobody gives what they do not have. */
  permissions: readonly string[];
};

export function PermissionFields({ field, legend, permissions }: PermissionFieldsProps) {
  const hasErrors = (field.errors?.length ?? 0) > 0;
  return (
    <fieldset
      aria-describedby={hasErrors ? `${field.id}-error` : undefined}
      aria-invalid={hasErrors || undefined}
      className="grid gap-1.5"
    >
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {groupPermissions(permissions).map((group) => (
          <div key={group.name} role="group" aria-label={group.name}>
            <p aria-hidden className="border-b border-line pb-1 text-12 text-muted">
              {group.name}
            </p>
            {group.permissions.map((permission) => (
              <Checkbox
                key={permission}
                name={field.name}
                value={permission}
                defaultChecked={field.defaultOptions?.includes(permission)}
                label={permissionWords(permission)}
              />
            ))}
          </div>
        ))}
      </div>
      <FieldErrors id={`${field.id}-error`} errors={field.errors} />
    </fieldset>
  );
}
