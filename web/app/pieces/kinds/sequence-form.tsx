import { lazy, Suspense } from "react";
import { loadPatiently } from "~/live/patient-fetch";
import type { SequenceWords } from "../piece";
import type { FormProps } from "./form-props";
import type { SequenceEmailsProps } from "./sequence-emails";
import { CallToActionFields, ChoiceField, Details, TitleField, WordField } from "./word-fields";

/** Only sequences are put in order by dragging; the other kinds need not wait for what it takes. */
const SequenceEmails = lazy(async () => {
  const emails = await loadPatiently(() => import("./sequence-emails"));
  return { default: emails.SequenceEmails };
});

const sequenceTypes = [
  { value: "nurture", name: "Nurture" },
  { value: "onboarding", name: "Onboarding" },
  { value: "sales", name: "Sales" },
  { value: "retention", name: "Retention" },
] as const;

type SequenceFormProps = FormProps<SequenceWords> & Omit<SequenceEmailsProps, "editable">;

export function SequenceForm({ words, edit, editable, emails, acts }: SequenceFormProps) {
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
        hint="What these emails are about, and for whom."
        className="mb-8 max-w-2xl"
      />
      <Suspense fallback={<div className="min-h-64" />}>
        <SequenceEmails emails={emails} acts={acts} editable={editable} />
      </Suspense>
      <Details title="The sequence">
        <ChoiceField
          label="Kind"
          value={words.sequenceType}
          options={sequenceTypes}
          onChange={(sequenceType) => edit({ sequenceType })}
          editable={editable}
        />
        <ChoiceField
          label="Goal"
          value={words.sequenceGoal}
          options={sequenceTypes}
          onChange={(sequenceGoal) => edit({ sequenceGoal })}
          editable={editable}
        />
      </Details>
      <CallToActionFields kind="email_sequence" words={words} edit={edit} editable={editable} />
    </>
  );
}
