import { Page, Section } from "~/components/page";
import { Callout } from "~/components/ui/callout";
import { Checkbox } from "~/components/ui/checkbox";
import { ActionButton } from "~/form/action-button";
import type { LeadsHouse } from "~/leads/lead";
import { useLocale } from "~/locale";
import { formatNumber } from "~/words/format";
import { ColumnTable } from "./column-table";
import { type Choices, type LeadImport, planOf, type PreviewAnswer, readAs, takenTwice } from "./import";
import { PreviewTable } from "./preview-table";
import { RuleFields } from "./rule-fields";

export type MapViewProps = {
  file: LeadImport;
  house: LeadsHouse;
  choices: Choices;
  onChoices(change: Partial<Choices>): void;
  preview: PreviewAnswer | null;
  importsTo: string;
};

/** What each column becomes, what is done about doubles, and the first rows as they would be. */
export function MapView({ file, house, choices, onChoices, preview, importsTo }: MapViewProps) {
  const locale = useLocale();
  const twice = takenTwice(choices.columns);
  const chosen = choices.columns.filter((to) => to !== "").length;
  const mayRun = chosen > 0 && twice.size === 0 && preview !== null && "preview" in preview;
  const rows = file.rows + (file.suggested.hasHeader ? 1 : 0) - (choices.hasHeader ? 1 : 0);
  return (
    <Page
      title={file.fileName}
      back={{ to: importsTo, name: "Imports" }}
      about={`${formatNumber(rows, locale)} rows, ${readAs(file)}. Nothing is written until you import them.`}
    >
      <Section
        title="Columns"
        about={`${chosen} of ${file.columns.length} become something. What is left out is not kept.`}
      >
        <Checkbox
          label="The first row names the columns"
          checked={choices.hasHeader}
          onChange={({ target }) => onChoices({ hasHeader: target.checked })}
        />
        <ColumnTable
          {...{ file, house, twice }}
          columns={choices.columns}
          onColumns={(columns) => onChoices({ columns })}
        />
      </Section>
      <Section title="Rules" about="For every row that does not say otherwise.">
        <RuleFields {...{ house, choices, onChoices }} />
      </Section>
      <Section title="Preview" about="The first rows as they would become.">
        {chosen === 0 ? (
          <p className="text-muted">Say of at least one column what it is.</p>
        ) : (
          <PreviewTable answer={preview} />
        )}
      </Section>
      <div className="sticky bottom-0 flex flex-wrap items-center gap-2 border-t border-line bg-paper py-3 max-md:bottom-14">
        {mayRun ? (
          <ActionButton intent="run" fields={{ plan: JSON.stringify(planOf(choices, file)) }} look="primary">
            {`Import ${formatNumber(rows, locale)} ${rows === 1 ? "row" : "rows"}`}
          </ActionButton>
        ) : (
          twice.size > 0 && <Callout tone="attention">Two columns cannot become the same field.</Callout>
        )}
        <ActionButton intent="drop" look="quiet">
          Throw the file away
        </ActionButton>
      </div>
    </Page>
  );
}
