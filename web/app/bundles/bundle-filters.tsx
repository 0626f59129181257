import { Form, useLocation, useSubmit } from "@remix-run/react";
import { Field } from "~/components/ui/field";
import { LinkButton } from "~/components/ui/link-button";
import { Select } from "~/components/ui/select";
import { LinkTabs } from "~/components/ui/tabs";
import { queryOf } from "~/next-address";
import { isWritten, kinds, kindWords, type PieceKind, type PieceLine, pieceStatusWords } from "./bundle";

export type PieceFilters = { kind: string; status: string };

type BundleFiltersProps = { pieces: PieceLine[]; filters: PieceFilters };

/** The counts of each kind are the way to it; the address says what is shown. */
export function BundleFilters({ pieces, filters }: BundleFiltersProps) {
  return (
    <div className="mb-3 grid gap-3">
      <LinkTabs label="Kinds of pieces" tabs={tabsOf(pieces, filters)} />
      <StatusFilter pieces={pieces} filters={filters} />
    </div>
  );
}

function tabsOf(pieces: PieceLine[], { kind, status }: PieceFilters) {
  const here = kinds.filter((one) => pieces.some((piece) => piece.kind === one));
  const to = (one?: PieceKind) => `?${queryOf({ kind: one, status })}`;
  return [
    { to: to(), name: "All", isCurrent: kind === "" },
    ...here.map((one) => ({
      to: to(one),
      name: `${kindWords[one].short} ${countWords(pieces.filter((piece) => piece.kind === one))}`,
      isCurrent: kind === one,
    })),
  ];
}

function countWords(pieces: PieceLine[]): string {
  const written = pieces.filter(isWritten).length;
  return written === pieces.length ? String(written) : `${written}/${pieces.length}`;
}

function StatusFilter({ pieces, filters }: BundleFiltersProps) {
  const submit = useSubmit();
  const { search } = useLocation();
  const present = new Set(pieces.map(({ status }) => status));
  const options = Object.entries(pieceStatusWords).filter(
    ([status]) => status === filters.status || present.has(status as PieceLine["status"]), // safe: its own keys
  );
  return (
    <Form
      key={search}
      method="get"
      role="search"
      aria-label="Filter the pieces"
      className="flex items-end gap-3"
      onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
    >
      {filters.kind && <input type="hidden" name="kind" value={filters.kind} />}
      <Field id="filter-status" label={<span className="sr-only">Status</span>} className="w-44">
        {(control) => (
          <Select {...control} name="status" defaultValue={filters.status}>
            <option value="">Every status</option>
            {options.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {(filters.kind || filters.status) && (
        <LinkButton to="?" look="quiet" preventScrollReset>
          Clear
        </LinkButton>
      )}
    </Form>
  );
}
