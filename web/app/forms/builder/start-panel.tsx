import { useBuilder } from "./builder-context";
import { PanelPart, TextRow } from "./rows";

/** What stands before the first question, and what the last button says. */
export function StartPanel() {
  const { words, changeWords, editable } = useBuilder();
  return (
    <PanelPart title="First words" about="What a visitor reads before the first question.">
      <TextRow
        label="Title"
        value={words.title}
        disabled={!editable}
        onChange={(title) => changeWords({ title }, "title")}
      />
      <TextRow
        label="Introduction"
        optional
        rows={3}
        value={words.description}
        disabled={!editable}
        onChange={(description) => changeWords({ description }, "description")}
      />
      <TextRow
        label="Words on the button"
        optional
        value={words.submitLabel}
        disabled={!editable}
        hint="Say what the visitor gets, such as “Book a tasting”."
        onChange={(submitLabel) => changeWords({ submitLabel }, "submitLabel")}
      />
      <TextRow
        label="Name of the form"
        value={words.name}
        disabled={!editable}
        hint="Only your team sees it."
        onChange={(name) => changeWords({ name }, "name")}
      />
    </PanelPart>
  );
}
