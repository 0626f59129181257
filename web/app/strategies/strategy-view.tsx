import { Page, Section } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { SelectField, TextareaField, TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { strategySchema } from "~/schemas/strategy";
import { ScenarioFields } from "./scenario-fields";
import { StrategyButtons } from "./strategies-view";
import { StrategyFacts } from "./strategy-facts";
import {
  goalWords,
  lengthWords,
  optionsOf,
  type Strategy,
  templateWords,
  voiceWords,
} from "./strategy-words";

type StrategyViewProps = {
  /** Absent for one that is about to be created. */
  strategy?: Strategy;
  mayWrite: boolean;
  listTo: string;
};

export function StrategyView({ strategy, mayWrite, listTo }: StrategyViewProps) {
  const isEditable = mayWrite && !strategy?.archivedAt;
  return (
    <Page
      title={strategy?.name ?? "New strategy"}
      about={strategy ? <State strategy={strategy} /> : "What you want to say, to whom and why."}
      back={{ to: listTo, name: "Strategies" }}
      action={strategy && mayWrite && <StrategyButtons strategy={strategy} action={listTo} />}
    >
      {isEditable ? <StrategyForm strategy={strategy} /> : strategy && <StrategyFacts strategy={strategy} />}
    </Page>
  );
}

function State({ strategy: { isDefault, archivedAt } }: { strategy: Strategy }) {
  if (archivedAt) return <Badge>Archived</Badge>;
  if (isDefault) return <Badge tone="stream">Default: new bundles begin with it</Badge>;
  return "What is written already stays as it is.";
}

function StrategyForm({ strategy }: { strategy?: Strategy }) {
  return (
    <SchemaForm schema={strategySchema} intent="save" defaultValue={valueOf(strategy)} className="block">
      {(fields, pending) => (
        <>
          <Section title="How it is written">
            <div className="grid max-w-xl gap-4">
              <TextField field={fields.name} label="Name" autoComplete="off" />
              <SelectField field={fields.goal} label="Goal" options={optionsOf(goalWords)} />
              <SelectField field={fields.voice} label="Voice" options={optionsOf(voiceWords)} />
              <SelectField field={fields.template} label="Form" options={optionsOf(templateWords)} />
              <SelectField field={fields.length} label="Length" options={optionsOf(lengthWords)} />
            </div>
          </Section>
          <Section title="For whom">
            <div className="grid max-w-xl gap-4">
              <TextareaField field={fields.targetAudience} label="Target audience" optional />
              <TextareaField field={fields.contentFocus} label="What to write about" optional />
            </div>
          </Section>
          <Section title="How they think" about="One entry a line, in their own words where you know them.">
            <div className="grid max-w-xl gap-4">
              <TextareaField field={fields.decisionMakers} label="Who decides, and who has a say" optional />
              <TextareaField field={fields.problems} label="What keeps them busy" optional />
              <TextareaField
                field={fields.searchBehavior}
                label="What they search, ask and compare"
                optional
              />
            </div>
          </Section>
          <Section
            title="Moments"
            about="When somebody needs what you know: what happens, what they ask, what they should do next."
          >
            <ScenarioFields field={fields.scenarios} />
          </Section>
          <div className="border-t border-line pt-6">
            <Button type="submit" look="primary" pending={pending}>
              {strategy ? "Save strategy" : "Create strategy"}
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function valueOf(strategy: Strategy | undefined) {
  if (!strategy) return { goal: "awareness", voice: "friendly", template: "how-to", length: "standard" };
  const { decisionMakers, problems, searchBehavior } = strategy.customerPsychology;
  const { name, goal, voice, template, length, targetAudience, contentFocus, scenarios } = strategy;
  return {
    name,
    goal,
    voice,
    template,
    length,
    targetAudience,
    contentFocus,
    scenarios,
    decisionMakers: decisionMakers.join("\n"),
    problems: problems.join("\n"),
    searchBehavior: searchBehavior.join("\n"),
  };
}
