import { Form, useSubmit } from "@remix-run/react";
import { Select } from "~/components/ui/select";
import { useHouse } from "../house";

export type BoardFilters = { owner: string; source: string; tag: string };

/** Whose cards are to be seen; the address says so. The counts above the columns stay those of everybody. */
export function BoardFilter({ filters }: { filters: BoardFilters }) {
  const submit = useSubmit();
  const { colleagues, sources, tags } = useHouse();
  return (
    <Form
      key={JSON.stringify(filters)}
      method="get"
      role="search"
      aria-label="Filter the board"
      className="flex flex-wrap gap-2 py-2"
      onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
    >
      <Choice name="owner" label="Owner" value={filters.owner} all="Everybody’s">
        <option value="me">Mine</option>
        <option value="none">Nobody’s</option>
        <Options of={colleagues} />
      </Choice>
      {sources.length > 0 && (
        <Choice name="source" label="Source" value={filters.source} all="Every source">
          <Options of={sources} />
        </Choice>
      )}
      {tags.length > 0 && (
        <Choice name="tag" label="Tag" value={filters.tag} all="Every tag">
          <Options of={tags} />
        </Choice>
      )}
    </Form>
  );
}

type ChoiceProps = { name: string; label: string; value: string; all: string; children: React.ReactNode };

function Choice({ name, label, value, all, children }: ChoiceProps) {
  return (
    <Select name={name} aria-label={label} defaultValue={value} className="w-40 [&_select]:h-8">
      <option value="">{all}</option>
      {children}
    </Select>
  );
}

function Options({ of }: { of: readonly { id: string; name: string }[] }) {
  return of.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
