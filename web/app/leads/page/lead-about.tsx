import { type ReactNode, useMemo, useState } from "react";
import { useHouse } from "../house";
import { asksWhy, type LeadDetail, type LeadLine, nameOf, type Stage } from "../lead";
import { ReasonDialog } from "../reason-dialog";
import type { Column } from "../table/columns";
import { FieldList, FieldPair } from "./field-list";
import { partsOf } from "./lead-parts";
import { NotesField } from "./notes-field";
import { touchWords } from "./touch-words";
import { TagField } from "./tag-field";

export type LeadActs = {
  /** A cell as it was typed. */
  change(line: LeadLine, column: Column, text: string): void;
  move(line: LeadLine, stage: Stage, reason?: string): void;
  /** Anything else, as the API names it. */
  patch(line: LeadLine, shown: Partial<LeadDetail>, body: Record<string, unknown>): void;
};

type LeadAboutProps = {
  lead: LeadDetail;
  acts: LeadActs;
  /** Off where the score and each way they came are told beside it. */
  isAlone?: boolean;
};

/** All that is known of a lead, for the panel at the side and for its own page. */
export function LeadAbout({ lead, acts, isAlone = true }: LeadAboutProps) {
  const house = useHouse();
  const parts = useMemo(() => partsOf(house), [house]);
  const [asking, ask] = useState<Stage | null>(null);
  function change(line: LeadLine, column: Column, text: string): void {
    const stage = column.kind === "stage" ? house.stages.find(({ id }) => id === text) : undefined;
    if (!stage) return acts.change(line, column, text);
    if (asksWhy(stage.status)) ask(stage);
    else acts.move(line, stage);
  }
  return (
    <div className="grid gap-6">
      <FieldList lead={lead} columns={isAlone ? parts.deal : withoutScore(parts.deal)} change={change}>
        {lead.closeReason && <FieldPair name="Because">{<Plain>{lead.closeReason}</Plain>}</FieldPair>}
        <FieldPair name="Tags">
          <TagField ids={lead.tags} onChange={(tags) => acts.patch(lead, { tags }, { tagIds: tags })} />
        </FieldPair>
      </FieldList>
      <Part title="Who">
        <FieldList lead={lead} columns={parts.person} change={change} />
      </Part>
      {parts.own.length > 0 && (
        <Part title="Your fields">
          <FieldList lead={lead} columns={parts.own} change={change} />
        </Part>
      )}
      <Part title="What is known of the deal">
        <FieldList lead={lead} columns={parts.bant} change={change} />
      </Part>
      {house.mayContact && (
        <Part title="Notes">
          <NotesField
            notes={lead.notes ?? ""}
            mayWrite={house.mayWrite}
            onChange={(notes) => acts.patch(lead, { notes }, { notes })}
          />
        </Part>
      )}
      {isAlone && <Touches lead={lead} />}
      {asking && (
        <ReasonDialog
          stage={asking}
          who={nameOf(lead)}
          onCancel={() => ask(null)}
          onAnswer={(reason) => {
            acts.move(lead, asking, reason);
            ask(null);
          }}
        />
      )}
    </div>
  );
}

function withoutScore(columns: readonly Column[]): Column[] {
  return columns.filter(({ key }) => key !== "score");
}

function Touches({ lead: { firstTouch, lastTouch } }: { lead: LeadDetail }) {
  const first = firstTouch && touchWords(firstTouch);
  const last = lastTouch && touchWords(lastTouch);
  if (!first && !last) return null;
  return (
    <Part title="How they came">
      <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3">
        {first && <FieldPair name="First">{<Plain>{first}</Plain>}</FieldPair>}
        {last && <FieldPair name="Last">{<Plain>{last}</Plain>}</FieldPair>}
      </dl>
    </Part>
  );
}

function Plain({ children }: { children: ReactNode }) {
  return <span className="block py-1.5 break-words">{children}</span>;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line pt-3">
      <h2 className="mb-1.5 text-13 font-semibold">{title}</h2>
      {children}
    </section>
  );
}
