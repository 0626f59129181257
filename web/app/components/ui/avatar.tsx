import { clsx } from "clsx";

const sizes = { sm: "size-5 text-[10px]", md: "size-7 text-12", lg: "size-12 text-16" };

type AvatarProps = { name: string; src?: string | null; size?: keyof typeof sizes; square?: boolean };

/** The name stands beside it, so it says nothing to a screen reader. */
export function Avatar({ name, src, size = "md", square = false }: AvatarProps) {
  const shape = clsx(
    "inline-flex shrink-0 items-center justify-center overflow-hidden",
    sizes[size],
    square ? "rounded-4" : "rounded-full",
  );
  if (src) return <img src={src} alt="" className={clsx(shape, "object-cover")} />;
  return (
    <span
      aria-hidden
      data-ground
      className={clsx(shape, "bg-stream-soft font-semibold text-stream-ink select-none")}
    >
      {initialsOf(name)}
    </span>
  );
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked
    .map((word) => firstCharacter(word ?? ""))
    .join("")
    .toUpperCase();
}

/** Made once: a list of people shows hundreds of initials. */
const characters = new Intl.Segmenter("en");

/** As people see it: an accent or an emoji of several parts stays whole. */
function firstCharacter(word: string): string {
  const [first] = characters.segment(word);
  return first?.segment ?? "";
}
