import { clsx } from "clsx";
import { Children, useState } from "react";
import { ImageIcon } from "lucide-react";
import { Select } from "~/components/ui/select";
import { composePost, countFor, platforms } from "../../../../worker/pieces/pure/social";
import { platformNames, type SocialPost, type SocialWords } from "../piece";

type PostPanelProps = { words: SocialWords; platform: SocialPost["platform"]; businessName: string };

/** Where each network cuts a post and says “more”. */
const foldsAt: Record<SocialPost["platform"], number> = {
  x: 280,
  linkedin: 210,
  facebook: 477,
  instagram: 125,
  threads: 500,
  bluesky: 300,
};

export function PostPanel({ words, platform, businessName }: PostPanelProps) {
  const [shown, setShown] = useState(platform);
  const post = composePost(words.text, words.hashtags);
  return (
    <div className="grid grid-cols-1 gap-6">
      <section aria-label="Preview">
        <Select
          aria-label="Preview on"
          value={shown}
          onChange={({ target }) => setShown(platforms.find((one) => one === target.value) ?? platform)}
          className="mb-3"
        >
          {platforms.map((one) => (
            <option key={one} value={one}>
              {platformNames[one]}
              {one === platform ? " (this post)" : ""}
            </option>
          ))}
        </Select>
        <PostPreview
          post={post}
          platform={shown}
          businessName={businessName}
          prompt={words.mediaPrompts[0]}
          link={words.ctaUrl}
        />
      </section>
      <section aria-label="Length on each network">
        <h3 className="mb-2 font-medium">Length on each network</h3>
        <ul className="divide-y divide-line border-y border-line text-13">
          {platforms.map((one) => (
            <Length key={one} platform={one} post={post} isOwn={one === platform} />
          ))}
        </ul>
      </section>
    </div>
  );
}

type PreviewProps = {
  post: string;
  platform: SocialPost["platform"];
  businessName: string;
  prompt: string | undefined;
  link: string;
};

function PostPreview({ post, platform, businessName, prompt, link }: PreviewProps) {
  const [isOpen, setOpen] = useState(false);
  const isLong = post.length > foldsAt[platform];
  const media = prompt === undefined ? null : <Media prompt={prompt} isSquare={platform === "instagram"} />;
  const text = (
    <p className="text-14 whitespace-pre-wrap">
      <Tagged
        text={isLong && !isOpen ? `${post.slice(0, foldsAt[platform]).trimEnd()}… ` : post || "No words yet"}
      />
      {isLong && (
        <button type="button" onClick={() => setOpen(!isOpen)} className="touch font-medium text-muted">
          {isOpen ? " less" : "more"}
        </button>
      )}
    </p>
  );
  return (
    <article className="rounded-8 border border-line p-3">
      <header className="mb-2.5 flex items-center gap-2.5">
        <span
          aria-hidden
          data-ground
          className="flex size-9 items-center justify-center rounded-full bg-stream-soft font-semibold text-stream-ink"
        >
          {businessName.slice(0, 1).toUpperCase()}
        </span>
        <span className="min-w-0">
          <span className="block truncate font-semibold">{businessName}</span>
          <span className="block truncate text-12 text-muted">{bylineOf(platform, businessName)}</span>
        </span>
      </header>
      {platform === "instagram" ? media : text}
      {platform === "instagram" ? <div className="mt-2.5">{text}</div> : media}
      {link && platform !== "instagram" && (
        <p className="mt-2.5 truncate rounded-4 bg-sunken px-2.5 py-1.5 text-13 text-muted">{link}</p>
      )}
    </article>
  );
}

function bylineOf(platform: SocialPost["platform"], businessName: string): string {
  const handle = businessName.toLowerCase().replace(/[^a-z0-9]+/g, "");
  if (platform === "linkedin" || platform === "facebook") return "Now";
  return platform === "bluesky" ? `@${handle}.bsky.social` : `@${handle}`;
}

function Media({ prompt, isSquare }: { prompt: string; isSquare: boolean }) {
  return (
    <div
      data-ground
      className={clsx(
        "mt-2.5 flex flex-col items-center justify-center gap-2 rounded-4 bg-sunken p-4 text-center text-13 text-muted",
        isSquare ? "aspect-square" : "aspect-video",
      )}
    >
      <ImageIcon aria-hidden className="size-5" />
      <span className="line-clamp-4">{prompt}</span>
    </div>
  );
}

function Tagged({ text }: { text: string }) {
  const parts = text.split(/((?<![\p{L}\p{N}_&/])[#@][\p{L}\p{N}_]+|https?:\/\/\S+)/u);
  return Children.toArray(
    parts.map((part, index) => (index % 2 === 1 ? <span className="text-stream-ink">{part}</span> : part)),
  );
}

type LengthProps = { platform: SocialPost["platform"]; post: string; isOwn: boolean };

function Length({ platform, post, isOwn }: LengthProps) {
  const { characters, limit, fits } = countFor(platform, post);
  return (
    <li className={clsx("flex justify-between gap-4 py-1.5", isOwn && "font-medium")}>
      <span>{platformNames[platform]}</span>
      <span className={clsx("tabular-nums", !fits && "text-danger")}>
        {characters} of {limit}
        {!fits && <span className="sr-only"> (does not fit)</span>}
      </span>
    </li>
  );
}
