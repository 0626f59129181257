import type { BlogWords } from "../piece";
import { RichText } from "../text/rich-text";
import type { FormProps } from "./form-props";
import { CallToActionFields, Details, TitleField, WordField } from "./word-fields";

export function BlogPostForm(props: FormProps<BlogWords>) {
  const { words, edit, round, editable, collect, suggesting } = props;
  return (
    <>
      <TitleField big value={words.title} onChange={(title) => edit({ title })} editable={editable} />
      <RichText
        tree={words.body}
        round={round}
        editable={editable}
        label="Text of the post"
        placeholder="Write, or press “/” for what can stand here"
        onChange={(body) => edit({ body })}
        collect={collect}
        suggesting={suggesting}
      />
      <Details title="Picture at the top">
        <WordField
          label="Address"
          value={words.imageUrl ?? ""}
          onChange={(address) => edit({ imageUrl: address.trim() === "" ? null : address.trim() })}
          editable={editable}
          max={2000}
          placeholder="https://example.com/picture.jpg"
        />
        <WordField
          label="What it shows"
          value={words.imageAlt}
          onChange={(imageAlt) => edit({ imageAlt })}
          editable={editable}
          max={300}
          hint="For those who cannot see it."
        />
      </Details>
      <CallToActionFields kind="blog_post" words={words} edit={edit} editable={editable} />
    </>
  );
}
