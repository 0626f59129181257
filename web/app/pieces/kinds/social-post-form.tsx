import { clsx } from "clsx";
import { useId } from "react";
import { Textarea } from "~/components/ui/input";
import { composePost, countFor, socialLimits } from "../../../../worker/pieces/pure/social";
import { platformNames, type SocialPost, type SocialWords } from "../piece";
import type { FormProps } from "./form-props";
import { CallToActionFields, ChoiceField, Details, ListField, TitleField } from "./word-fields";

const postTypes = [
  { value: "single", name: "One post" },
  { value: "thread", name: "Thread" },
  { value: "carousel", name: "Carousel" },
  { value: "video", name: "Video" },
] as const;

export function SocialPostForm({ piece, words, edit, editable }: FormProps<SocialWords>) {
  const { platform } = piece as SocialPost; // safe: the form of a kind is given its kind
  return (
    <>
      <TitleField value={words.title} onChange={(title) => edit({ title })} editable={editable} />
      <PostText platform={platform} words={words} onChange={(text) => edit({ text })} editable={editable} />
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

type PostTextProps = {
  platform: SocialPost["platform"];
  words: SocialWords;
  onChange: (text: string) => void;
  editable: boolean;
};

function PostText({ platform, words, onChange, editable }: PostTextProps) {
  const id = useId();
  const { characters, limit, left, hashtags, hashtagLimit } = countFor(
    platform,
    composePost(words.text, words.hashtags),
  );
  const isOver = left < 0 || (hashtagLimit !== null && hashtags > hashtagLimit);
  return (
    <div className="max-w-2xl">
      <label htmlFor={id} className="sr-only">
        Text of the post
      </label>
      <Textarea
        id={id}
        data-piece-text
        rows={8}
        value={words.text}
        readOnly={!editable}
        aria-invalid={isOver || undefined}
        aria-describedby={`${id}-count`}
        placeholder="Write the post"
        onChange={({ target }) => onChange(target.value)}
        className="min-h-48 text-16!"
      />
      <p
        id={`${id}-count`}
        className={clsx(
          "mt-1.5 flex justify-between gap-4 text-13 tabular-nums",
          isOver ? "text-danger" : "text-muted",
        )}
      >
        <span>
          {left < 0 ? `${-left} too many for ${platformNames[platform]}` : `${characters} of ${limit}`}
          {hashtagLimit !== null && ` · ${hashtags} of ${hashtagLimit} hashtags`}
        </span>
        <span className="text-muted">{socialLimits[platform].counting}</span>
      </p>
    </div>
  );
}
