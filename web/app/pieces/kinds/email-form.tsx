import type { EmailWords } from "../piece";
import { RichText } from "../text/rich-text";
import { delayOptions } from "./delays";
import type { FormProps } from "./form-props";
import { CallToActionFields, ChoiceField, Details, TitleField, WordField } from "./word-fields";

export function EmailForm({ words, edit, round, editable, collect, suggesting }: FormProps<EmailWords>) {
  return (
    <>
      <TitleField value={words.title} onChange={(title) => edit({ title })} editable={editable} />
      <div className="mb-6 grid max-w-2xl gap-4">
        <WordField
          label="Subject"
          value={words.subjectLine}
          onChange={(subjectLine) => edit({ subjectLine })}
          editable={editable}
          good={60}
          max={300}
          hint="Merge tags work here too, such as {{lead.first_name|there}}."
        />
        <WordField
          label="Preheader"
          value={words.preheader}
          onChange={(preheader) => edit({ preheader })}
          editable={editable}
          good={110}
          max={300}
          hint="Stands beside the subject in the inbox."
        />
      </div>
      <RichText
        mergeTags
        tree={words.body}
        round={round}
        editable={editable}
        label="Text of the email"
        placeholder="Write, or press “/” for what can stand here"
        onChange={(body) => edit({ body })}
        collect={collect}
        suggesting={suggesting}
      />
      <Details title="When it is sent">
        <ChoiceField
          label="After the email before it"
          value={String(words.delayMinutes)}
          options={delayOptions(words.delayMinutes)}
          onChange={(minutes) => edit({ delayMinutes: Number(minutes) })}
          editable={editable}
        />
      </Details>
      <CallToActionFields kind="email" words={words} edit={edit} editable={editable} />
    </>
  );
}
