import type { UpgradeWords } from "../piece";
import { RichText } from "../text/rich-text";
import type { FormProps } from "./form-props";
import { CallToActionFields, ChoiceField, Details, TitleField, WordField } from "./word-fields";

const upgradeTypes = [
  { value: "checklist", name: "Checklist" },
  { value: "template", name: "Template" },
  { value: "guide", name: "Guide" },
  { value: "worksheet", name: "Worksheet" },
  { value: "swipe_file", name: "Swipe file" },
] as const;

export function UpgradeForm(props: FormProps<UpgradeWords>) {
  const { piece, words, edit, round, editable, collect, suggesting } = props;
  return (
    <>
      <TitleField big value={words.title} onChange={(title) => edit({ title })} editable={editable} />
      <WordField
        many
        label="Description"
        value={words.description}
        onChange={(description) => edit({ description })}
        editable={editable}
        max={2000}
        hint="What somebody gets, in a sentence or two."
        className="mb-6 max-w-2xl"
      />
      <RichText
        tree={words.body}
        round={round}
        editable={editable}
        label="Text of the document"
        placeholder="Write, or press “/” for what can stand here"
        onChange={(body) => edit({ body })}
        collect={collect}
        suggesting={suggesting}
      />
      <Details title="The document">
        <ChoiceField
          label="Kind of document"
          value={words.upgradeType}
          options={upgradeTypes}
          onChange={(upgradeType) => edit({ upgradeType })}
          editable={editable}
        />
        <WordField
          label="Address"
          value={words.slug}
          onChange={(slug) => edit({ slug })}
          editable={editable && piece.publishedAt === null}
          max={100}
          hint="Small letters, digits and hyphens."
        />
      </Details>
      <CallToActionFields kind="content_upgrade" words={words} edit={edit} editable={editable} />
    </>
  );
}
