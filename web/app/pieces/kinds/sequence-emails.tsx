import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { Link } from "@remix-run/react";
import { GripVertical, Mail } from "lucide-react";
import { useState } from "react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import { EmptyState } from "~/components/ui/states";
import { type PieceStatus, stateNames } from "../piece";
import { delayName, delayOptions } from "./delays";

export type SequenceEmail = {
  id: string;
  title: string;
  subjectLine: string;
  delayMinutes: number;
  status: PieceStatus;
  revision: number;
};

export type EmailActs = {
  onOrder: (ids: string[]) => void;
  onDelay: (email: SequenceEmail, minutes: number) => void;
  onAdd: () => void;
  isAdding: boolean;
};

export type SequenceEmailsProps = { emails: SequenceEmail[]; acts: EmailActs; editable: boolean };

/** In the order they go out; by mouse, finger, or Space and the arrows. */
export function SequenceEmails({ emails, acts, editable }: SequenceEmailsProps) {
  const [order, setOrder] = useOrder(emails);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  function drop({ active, over }: DragEndEvent): void {
    const ids = order.map(({ id }) => id);
    const [from, to] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id))];
    if (to < 0 || from === to) return;
    const next = arrayMove(order, from, to);
    setOrder(next);
    acts.onOrder(next.map(({ id }) => id));
  }
  return (
    <section aria-label="Emails" className="max-w-2xl">
      <div className="mb-3 flex items-center justify-between gap-4">
        <h2 className="font-semibold">Emails</h2>
        {editable && (
          <Button size="sm" pending={acts.isAdding} onClick={acts.onAdd}>
            Add email
          </Button>
        )}
      </div>
      {order.length === 0 ? (
        <EmptyState icon={Mail} title="No emails yet">
          Each email of the sequence stands here, in the order they go out.
        </EmptyState>
      ) : (
        <DndContext id="emails" sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
          <SortableContext items={order} strategy={verticalListSortingStrategy} disabled={!editable}>
            <ol className="divide-y divide-line border-y border-line">
              {order.map((email, index) => (
                <EmailRow key={email.id} email={email} place={index + 1} acts={acts} editable={editable} />
              ))}
            </ol>
          </SortableContext>
        </DndContext>
      )}
    </section>
  );
}

/** The order that was just chosen, until the server's own says the same or otherwise. */
function useOrder(emails: SequenceEmail[]): [SequenceEmail[], (order: SequenceEmail[]) => void] {
  const [chosen, setChosen] = useState({ from: emails, order: emails });
  if (chosen.from !== emails) setChosen({ from: emails, order: emails });
  const { order } = chosen.from === emails ? chosen : { order: emails };
  return [order, (next) => setChosen({ from: emails, order: next })];
}

type EmailRowProps = { email: SequenceEmail; place: number; acts: EmailActs; editable: boolean };

function EmailRow({ email, place, acts, editable }: EmailRowProps) {
  const { id, title, subjectLine, delayMinutes, status } = email;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id });
  const name = subjectLine || title;
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition: transition ?? "" }}
      className={`flex flex-wrap items-center gap-x-3 gap-y-1 bg-paper py-2 ${isDragging ? "relative z-10 shadow-lift" : ""}`}
    >
      {editable && (
        <button
          type="button"
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          aria-label={`Move “${name}”, number ${place}`}
          className="touch cursor-grab touch-none rounded-4 p-1 text-muted hover:bg-hover"
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
      )}
      <span className="w-5 text-right text-muted tabular-nums">{place}</span>
      <span className="min-w-0 flex-1">
        <Link to={`../${id}`} relative="path" prefetch="intent" className="font-medium hover:underline">
          {name}
        </Link>
        {subjectLine && title !== subjectLine && <span className="block text-13 text-muted">{title}</span>}
      </span>
      <Badge tone={stateNames[status].tone}>{stateNames[status].name}</Badge>
      <Delay
        name={name}
        minutes={delayMinutes}
        onChange={editable && ((minutes) => acts.onDelay(email, minutes))}
      />
    </li>
  );
}

type DelayProps = { name: string; minutes: number; onChange: false | ((minutes: number) => void) };

function Delay({ name, minutes, onChange }: DelayProps) {
  if (!onChange) return <span className="text-13 text-muted">{delayName(minutes)}</span>;
  return (
    <Select
      aria-label={`“${name}” is sent after`}
      value={String(minutes)}
      onChange={({ target }) => onChange(Number(target.value))}
      className="w-32"
    >
      {delayOptions(minutes).map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </Select>
  );
}
