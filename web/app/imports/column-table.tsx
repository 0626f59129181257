import { Select } from "~/components/ui/select";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import type { LeadsHouse } from "~/leads/lead";
import { type LeadImport, newFields, targets } from "./import";

type ColumnTableProps = {
  file: LeadImport;
  house: LeadsHouse;
  columns: readonly string[];
  twice: ReadonlySet<string>;
  onColumns(columns: string[]): void;
};

const head = [
  { key: "name", name: "In the file" },
  { key: "samples", name: "For example" },
  { key: "to", name: "Becomes" },
];
const mostShown = 3;

export function ColumnTable({ file, house, columns, twice, onColumns }: ColumnTableProps) {
  return (
    <Table caption="Columns of the file" head={head}>
      {file.columns.map(({ column, name, samples }) => {
        const to = columns[column] ?? "";
        const called = name || `Column ${column + 1}`;
        return (
          <Row key={column}>
            <LeadCell>
              <span className="font-medium break-words">{called}</span>
            </LeadCell>
            <Cell label="For example">
              <span className="line-clamp-2 wrap-anywhere">
                {samples.slice(0, mostShown).join(" · ") || "nothing"}
              </span>
            </Cell>
            <Cell label="Becomes">
              <Select
                aria-label={`What “${called}” becomes`}
                aria-invalid={twice.has(to) || undefined}
                value={to}
                onChange={({ target }) =>
                  onColumns(columns.map((old, i) => (i === column ? target.value : old)))
                }
                className={`min-w-44 ${to === "" ? "text-muted" : ""}`}
              >
                <TargetOptions house={house} />
              </Select>
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
}

function TargetOptions({ house }: { house: LeadsHouse }) {
  return (
    <>
      <option value="">Leave out</option>
      {targets.map(({ group, fields }) => (
        <optgroup key={group} label={group}>
          {fields
            .filter(([to]) => to !== "assignee" || house.mayAssign)
            .map(([to, name]) => (
              <option key={to} value={to}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
      {house.fields.length > 0 && (
        <optgroup label="Your own fields">
          {house.fields.map(({ key, label }) => (
            <option key={key} value={`custom.${key}`}>
              {label}
            </option>
          ))}
        </optgroup>
      )}
      {house.mayConfigure && (
        <optgroup label="Make a field of it">
          {newFields.map(([to, name]) => (
            <option key={to} value={to}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
    </>
  );
}
