import { clsx } from "clsx";
import { useId, useRef } from "react";
import { Textarea } from "~/components/ui/input";
import { composePost, countFor, socialLimits } from "../../../../worker/pieces/pure/social";
import { platformNames, type SocialPost, type SocialWords } from "../piece";
import type { Suggesting } from "../text/rich-text-props";
import { PostSuggestion } from "./post-suggestion";

type PostTextProps = {
  platform: SocialPost["platform"];
  words: SocialWords;
  onChange: (text: string) => void;
  editable: boolean;
  suggesting: Suggesting | undefined;
};

export function PostText({ platform, words, onChange, editable, suggesting }: PostTextProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="max-w-2xl">
      <label htmlFor={id} className="sr-only">
        Text of the post
      </label>
      <Textarea
        ref={field}
        id={id}
        data-piece-text
        rows={8}
        value={words.text}
        readOnly={!editable}
        aria-invalid={isTooMuch(platform, words) || undefined}
        aria-describedby={`${id}-count`}
        placeholder="Write the post"
        onChange={({ target }) => onChange(target.value)}
        className="min-h-48 text-16!"
      />
      <Count id={`${id}-count`} platform={platform} words={words} />
      {editable && suggesting && (
        <PostSuggestion field={field} text={words.text} onChange={onChange} suggesting={suggesting} />
      )}
    </div>
  );
}

type Counted = { platform: SocialPost["platform"]; words: SocialWords };

function Count({ id, platform, words }: Counted & { id: string }) {
  const { characters, limit, left, hashtags, hashtagLimit } = countOf(platform, words);
  return (
    <p
      id={id}
      className={clsx(
        "mt-1.5 flex justify-between gap-4 text-13 tabular-nums",
        isTooMuch(platform, words) ? "text-danger" : "text-muted",
      )}
    >
      <span>
        {left < 0 ? `${-left} too many for ${platformNames[platform]}` : `${characters} of ${limit}`}
        {hashtagLimit !== null && ` · ${hashtags} of ${hashtagLimit} hashtags`}
      </span>
      <span className="text-muted">{socialLimits[platform].counting}</span>
    </p>
  );
}

function countOf(platform: SocialPost["platform"], { text, hashtags }: SocialWords) {
  return countFor(platform, composePost(text, hashtags));
}

function isTooMuch(platform: SocialPost["platform"], words: SocialWords): boolean {
  const { left, hashtags, hashtagLimit } = countOf(platform, words);
  return left < 0 || (hashtagLimit !== null && hashtags > hashtagLimit);
}
