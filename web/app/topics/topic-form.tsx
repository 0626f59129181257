import { Button } from "~/components/ui/button";
import { type FormField, SelectField, TextareaField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { topicSchema } from "~/schemas/topic";
import type { Topic } from "./topic";

export type StrategyOption = { id: string; name: string };

type TopicFormProps = { topic?: Topic; strategies: StrategyOption[] };

export function TopicForm({ topic, strategies }: TopicFormProps) {
  const options = [
    { value: "", name: "None in particular" },
    ...strategies.map(({ id, name }) => ({ value: id, name })),
  ];
  return (
    <SchemaForm schema={topicSchema} intent="save" defaultValue={valueOf(topic)} className="grid gap-4">
      {(fields, pending) => (
        <>
          <TextField field={fields.title} label="Title" autoComplete="off" />
          <TextField field={fields.subheader} label="Subheader" autoComplete="off" optional />
          <TextareaField field={fields.description} label="What it should say" optional />
          <TextField
            field={fields.keywords}
            label="Keywords"
            hint="With commas between them."
            autoComplete="off"
            optional
          />
          <TextField
            field={fields.seoKeywords}
            label="Words people search for"
            hint="With commas between them."
            autoComplete="off"
            optional
          />
          {strategies.length > 0 && (
            <SelectField field={fields.strategyId} label="Strategy" options={options} />
          )}
          <Moment fields={fields} />
          <div>
            <Button type="submit" look="primary" pending={pending}>
              {topic ? "Save topic" : "Add topic"}
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

type MomentFields = Record<"momentName" | "situation" | "question" | "nextStep", FormField>;

function Moment({ fields }: { fields: MomentFields }) {
  return (
    <fieldset className="grid gap-3 border-t border-line pt-4">
      <legend className="float-left mb-3 w-full font-medium">The moment it is for</legend>
      <TextField field={fields.momentName} label="Name of the moment" autoComplete="off" optional />
      <TextareaField field={fields.situation} label="What happens" rows={2} optional />
      <TextField field={fields.question} label="What they ask" autoComplete="off" optional />
      <TextField field={fields.nextStep} label="What they should do next" autoComplete="off" optional />
    </fieldset>
  );
}

function valueOf(topic: Topic | undefined) {
  if (!topic) return undefined;
  const { title, subheader, description, keywords, seoKeywords, strategyId, scenario } = topic;
  return {
    momentName: scenario?.name,
    situation: scenario?.situation,
    question: scenario?.question,
    nextStep: scenario?.nextStep,
    title,
    subheader,
    description,
    keywords: keywords.join(", "),
    seoKeywords: seoKeywords.join(", "),
    strategyId: strategyId ?? "",
  };
}
