import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { Plus } from "lucide-react";
import { Button } from "~/components/ui/button";
import type { Definition } from "../definition";
import { AddQuestion } from "./add-question";
import { type Builder, useBuilder } from "./builder-context";
import { addEnding, fieldOf, moveField } from "./edits";
import { EndingRow, FieldRow, StartRow } from "./question-row";

type QuestionListProps = { typesOpen: boolean; onTypesOpen: (open: boolean) => void };

/** The form from its first words to its endings; moved by mouse, by finger, by Space and the arrows, or by its menu. */
export function QuestionList({ typesOpen, onTypesOpen }: QuestionListProps) {
  const builder = useBuilder();
  const { definition, editable } = builder;
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = definition.fields.map(({ key }) => key);
  return (
    <nav aria-label="Questions">
      <ol className="flex flex-col gap-px">
        <StartRow />
      </ol>
      <DndContext
        id="questions"
        sensors={sensors}
        collisionDetection={closestCenter}
        accessibility={{ announcements: announcementsOf(definition), screenReaderInstructions }}
        onDragEnd={(event) => drop(event, builder)}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={!editable}>
          <ol aria-label="In their order" className="flex flex-col gap-px">
            {definition.fields.map((field, index) => (
              <FieldRow key={field.key} field={field} index={index} />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {editable && <AddQuestion open={typesOpen} onOpenChange={onTypesOpen} />}
      <Endings />
    </nav>
  );
}

function Endings() {
  const { definition, editable, change, open } = useBuilder();
  return (
    <section aria-label="Endings" className="mt-4 border-t border-line pt-3">
      <h2 className="px-2 pb-1 text-12 text-muted">Endings</h2>
      <ol className="flex flex-col gap-px">
        {definition.endings.map((ending) => (
          <EndingRow key={ending.key} ending={ending} />
        ))}
      </ol>
      {editable && (
        <Button
          look="quiet"
          size="sm"
          className="mt-1"
          onClick={() => {
            const [next, key] = addEnding(definition);
            change(next);
            open(key);
          }}
        >
          <Plus aria-hidden />
          Add ending
        </Button>
      )}
    </section>
  );
}

function drop({ active, over }: DragEndEvent, { definition, change }: Builder): void {
  const to = definition.fields.findIndex(({ key }) => key === over?.id);
  const key = String(active.id);
  if (to < 0 || active.id === over?.id) return;
  change(moveField(definition, key, to));
}

const screenReaderInstructions = {
  draggable:
    "Press Space to lift this question, the arrow keys to carry it, Space to put it down, and Escape to let it go.",
};

function announcementsOf(definition: Definition): Announcements {
  const name = (id: UniqueIdentifier) => `“${fieldOf(definition, String(id))?.label ?? ""}”`;
  const place = (id: UniqueIdentifier | undefined) =>
    definition.fields.findIndex(({ key }) => key === id) + 1;
  const count = definition.fields.length;
  return {
    onDragStart: ({ active }) => `${name(active.id)} is lifted from place ${place(active.id)} of ${count}.`,
    onDragOver: ({ active, over }) =>
      over
        ? `${name(active.id)} would come to place ${place(over.id)} of ${count}.`
        : `${name(active.id)} is over no place.`,
    onDragEnd: ({ active, over }) =>
      over
        ? `${name(active.id)} now stands at place ${place(over.id)} of ${count}.`
        : `${name(active.id)} stays where it was.`,
    onDragCancel: ({ active }) => `${name(active.id)} stays where it was.`,
  };
}
