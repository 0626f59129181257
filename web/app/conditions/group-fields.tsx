import { Plus, X } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import { operatorsOf } from "../../../worker/kernel/pure/condition";
import {
  type AskableField,
  type Group,
  type GroupWord,
  isGroup,
  type Question,
  questionAbout,
  refit,
} from "./group";
import { ValueFields } from "./value-fields";
import { groupWords, operatorName } from "./words";

/** Deeper trees are kept and shown, but not begun here: nobody reads them. */
const deepestBegun = 2;

type Shared = { fields: readonly AskableField[]; disabled?: boolean; depth: number };
type GroupFieldsProps = Shared & { group: Group; onChange: (group: Group) => void };

export function GroupFields({ group, onChange, ...shared }: GroupFieldsProps) {
  const { fields, disabled, depth } = shared;
  const [first] = fields;
  const replace = (index: number, item: Group | Question) =>
    onChange({ ...group, items: group.items.map((each, at) => (at === index ? item : each)) });
  const add = (item: Group | Question) => onChange({ ...group, items: [...group.items, item] });
  return (
    <div className="grid gap-2">
      {(group.items.length > 1 || group.word !== "all") && (
        <Word word={group.word} disabled={disabled} onChange={(word) => onChange({ ...group, word })} />
      )}
      {keyed(group.items).map(([key, item], index) => (
        <Item
          key={key}
          {...shared}
          item={item}
          place={index + 1}
          onChange={(next) => replace(index, next)}
          onRemove={() => onChange({ ...group, items: group.items.filter((_, at) => at !== index) })}
        />
      ))}
      {first && !disabled && (
        <div className="flex flex-wrap gap-1">
          <Button size="sm" look="quiet" onClick={() => add(questionAbout(first))}>
            <Plus aria-hidden />
            Add condition
          </Button>
          {depth + 1 < deepestBegun && group.items.length > 0 && (
            <Button
              size="sm"
              look="quiet"
              onClick={() => add({ word: "any", items: [questionAbout(first)] })}
            >
              <Plus aria-hidden />
              Add group
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Rows have nothing of their own besides what stands in them, so their place names them. */
function keyed<T>(items: readonly T[]): [string, T][] {
  return items.map((item, index) => [`row ${index}`, item]);
}

function Word({
  word,
  disabled,
  onChange,
}: {
  word: GroupWord;
  disabled?: boolean;
  onChange: (word: GroupWord) => void;
}) {
  return (
    <Select
      aria-label="How the conditions go together"
      value={word}
      disabled={disabled}
      onChange={({ target }) => onChange(target.value as GroupWord)} // safe: the options are these words
    >
      {Object.entries(groupWords).map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </Select>
  );
}

type ItemProps = Shared & {
  item: Group | Question;
  place: number;
  onChange: (item: Group | Question) => void;
  onRemove: () => void;
};

function Item({ item, place, onChange, onRemove, ...shared }: ItemProps) {
  const what = isGroup(item) ? `group ${place}` : `condition ${place}`;
  return (
    <div role="group" aria-label={what} className="flex items-start gap-1 border-l-2 border-line pl-2">
      <div className="min-w-0 flex-1">
        {isGroup(item) ? (
          <GroupFields {...shared} depth={shared.depth + 1} group={item} onChange={onChange} />
        ) : (
          <QuestionFields {...shared} question={item} onChange={onChange} />
        )}
      </div>
      {!shared.disabled && (
        <Button look="quiet" size="iconSm" aria-label={`Remove ${what}`} onClick={onRemove}>
          <X aria-hidden />
        </Button>
      )}
    </div>
  );
}

type QuestionFieldsProps = Shared & { question: Question; onChange: (question: Question) => void };

function QuestionFields({ question, fields, disabled, onChange }: QuestionFieldsProps) {
  const field = fields.find(({ name }) => name === question.field);
  return (
    <div className="grid gap-1.5">
      <Select
        aria-label="Question"
        value={question.field}
        disabled={disabled}
        onChange={({ target }) => {
          const next = fields.find(({ name }) => name === target.value);
          if (next) onChange(refit(question, next));
        }}
      >
        {!field && <option value={question.field}>A question that is gone</option>}
        {fields.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </Select>
      {field && <Asked question={question} field={field} disabled={disabled} onChange={onChange} />}
    </div>
  );
}

type AskedProps = Omit<QuestionFieldsProps, "fields" | "depth"> & { field: AskableField };

function Asked({ question, field, disabled, onChange }: AskedProps) {
  return (
    <>
      <Select
        aria-label="How it is compared"
        value={question.operator}
        disabled={disabled}
        onChange={({ target }) => {
          const operator = operatorsOf[field.type].find((each) => each === target.value);
          if (operator) onChange({ ...question, operator });
        }}
      >
        {operatorsOf[field.type].map((operator) => (
          <option key={operator} value={operator}>
            {operatorName(operator, field.type)}
          </option>
        ))}
      </Select>
      <ValueFields
        question={question}
        field={field}
        disabled={disabled}
        onChange={(values) => onChange({ ...question, values })}
      />
    </>
  );
}
