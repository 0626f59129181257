import type { SocialPost, SocialWords } from "../piece";
import type { FormProps } from "./form-props";
import { PostText } from "./post-text";
import { CallToActionFields, ChoiceField, Details, ListField, TitleField } from "./word-fields";

const postTypes = [
  { value: "single", name: "One post" },
  { value: "thread", name: "Thread" },
  { value: "carousel", name: "Carousel" },
  { value: "video", name: "Video" },
] as const;

export function SocialPostForm({ piece, words, edit, editable, suggesting }: FormProps<SocialWords>) {
  const { platform } = piece as SocialPost; // safe: the form of a kind is given its kind
  return (
    <>
      <TitleField value={words.title} onChange={(title) => edit({ title })} editable={editable} />
      <PostText
        platform={platform}
        words={words}
        onChange={(text) => edit({ text })}
        editable={editable}
        suggesting={suggesting}
      />
      <div className="mt-6 grid max-w-2xl gap-4">
        <ListField
          label="Hashtags"
          value={words.hashtags}
          onChange={(tags) => edit({ hashtags: tags.map((tag) => tag.replace(/^#+/, "")) })}
          between={/[\s,]+/}
          joint=" "
          editable={editable}
          max={2000}
          hint="They follow the text, unless it already has them."
        />
      </div>
      <Details title="What goes with it">
        <ChoiceField
          label="Kind of post"
          value={words.postType}
          options={postTypes}
          onChange={(postType) => edit({ postType })}
          editable={editable}
        />
        <ListField
          many
          label="Pictures to make"
          value={words.mediaPrompts}
          onChange={(mediaPrompts) => edit({ mediaPrompts })}
          between={/\n/}
          joint={"\n"}
          editable={editable}
          max={20_000}
          hint="One a line: what each picture shows."
          className="sm:col-span-2"
        />
      </Details>
      <CallToActionFields kind="social_post" words={words} edit={edit} editable={editable} />
    </>
  );
}
