import { type ReactNode, useMemo, useState } from "react";
import { useHouse } from "../house";
import type { LeadDetail, LeadLine } from "../lead";
import { CellEditor } from "../table/cell-editor";
import { CellWords } from "../table/cell-words";
import { textOfCell } from "../table/changes";
import type { Column } from "../table/columns";
import { type EditedCell, type TableActs, TableContext } from "../table/table-context";

type FieldListProps = {
  lead: LeadLine | LeadDetail;
  columns: readonly Column[];
  change: TableActs["change"];
  children?: ReactNode;
};

/** What is known, a line each; what may be changed is changed where it stands. */
export function FieldList({ lead, columns, change, children }: FieldListProps) {
  const { mayWrite } = useHouse();
  const [editing, edit] = useState<EditedCell | null>(null);
  const acts = useMemo(() => ({ mayWrite, editing, edit, change }), [mayWrite, editing, change]);
  return (
    <TableContext.Provider value={acts}>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] items-start gap-x-2 gap-y-0.5">
        {columns.map((column) => (
          <FieldLine key={column.key} lead={lead} column={column} acts={acts} />
        ))}
        {children}
      </dl>
    </TableContext.Provider>
  );
}

function FieldLine({ lead, column, acts }: { lead: LeadLine; column: Column; acts: TableActs }) {
  const isOpen = acts.editing?.key === column.key;
  const isEditable = acts.mayWrite && column.isEditable === true;
  return (
    <FieldPair name={column.name}>
      {isOpen && (
        <span className="block h-8">
          <CellEditor column={column} line={lead} close={() => acts.edit(null)} />
        </span>
      )}
      {!isOpen && isEditable && (
        <button
          type="button"
          onClick={() => acts.edit({ id: lead.id, key: column.key })}
          className="-mx-1.5 block min-h-8 w-full cursor-text rounded-4 px-1.5 py-1.5 text-left hover:bg-hover pointer-coarse:min-h-11"
        >
          <span className="sr-only">Change {column.name.toLowerCase()}: </span>
          <Said lead={lead} column={column} />
        </button>
      )}
      {!isOpen && !isEditable && (
        <span className="block min-h-8 py-1.5">
          <Said lead={lead} column={column} />
        </span>
      )}
    </FieldPair>
  );
}

function Said({ lead, column }: { lead: LeadLine; column: Column }) {
  const text = textOfCell(lead, column);
  const isOwn = column.kind === "text" && !column.key.startsWith("custom.");
  const words = isOwn ? text : wordsOf(lead, column);
  const isEmpty = isOwn ? text === "" : isNothing(lead, column, text);
  return isEmpty ? (
    <span className="text-faint">Nothing yet</span>
  ) : (
    <span className="break-words">{words}</span>
  );
}

/** An address that is too long for its line breaks before its @, not in a word. */
function wordsOf(lead: LeadLine, column: Column): ReactNode {
  if (column.key !== "email" || !lead.email) return <CellWords column={column} line={lead} />;
  const at = lead.email.lastIndexOf("@");
  return (
    <>
      {lead.email.slice(0, at)}
      <wbr />
      {lead.email.slice(at)}
    </>
  );
}

function isNothing(lead: LeadLine, { key, kind }: Column, text: string): boolean {
  if (key === "score") return lead.score === null;
  if (key === "tags") return lead.tags.length === 0;
  if (key === "source") return lead.sourceId === null;
  if (key === "company") return lead.companyName === "";
  if (kind === "time") return lead[key as "createdAt"] === null; // safe: columns of times are named so
  return text === "";
}

export function FieldPair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="py-1.5 text-13 text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
