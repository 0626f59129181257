import { Link, useSearchParams } from "@remix-run/react";
import { clsx } from "clsx";
import { Button } from "~/components/ui/button";
import { Loading, Skeleton } from "~/components/ui/skeleton";
import { type StoryEntry, type StoryPart, storyParts } from "./story";
import { StoryStep, type StoryActs } from "./story-step";
import type { ShownStory } from "./use-story";

type StoryViewProps = {
  story: ShownStory;
  part: StoryPart;
  /** Who may not see how to reach people has no messages to choose. */
  mayContact: boolean;
  home: string;
  acts: StoryActs | null;
};

/** All that happened with somebody, the newest first. */
export function StoryView({ story, part, mayContact, home, acts }: StoryViewProps) {
  const { page, hasFailed, again } = story;
  return (
    <section aria-label="Story">
      <h2 className="sr-only">Story</h2>
      <Parts part={part} mayContact={mayContact} />
      {!page && !hasFailed && <Coming />}
      {!page && hasFailed && (
        <p className="text-muted">
          The story could not be loaded.{" "}
          <Button size="sm" look="quiet" onClick={again}>
            Try again
          </Button>
        </p>
      )}
      {page && page.entries.length === 0 && (
        <p className="text-muted">
          {part === "all" ? "Nothing is written down yet." : "Nothing of this kind has happened yet."}
        </p>
      )}
      {page && page.entries.length > 0 && <Steps entries={page.entries} home={home} acts={acts} />}
      {page?.nextCursor && (
        <Button size="sm" pending={story.isReadingEarlier} onClick={story.earlier} className="mt-4">
          Show earlier
        </Button>
      )}
    </section>
  );
}

function Steps({
  entries,
  home,
  acts,
}: { entries: readonly StoryEntry[] } & Pick<StoryViewProps, "home" | "acts">) {
  return (
    <ol>
      {entries.map((entry, index) => (
        <StoryStep
          key={entry.id}
          entry={entry}
          home={home}
          acts={acts}
          isLast={index === entries.length - 1}
        />
      ))}
    </ol>
  );
}

function Parts({ part, mayContact }: { part: StoryPart; mayContact: boolean }) {
  const [search] = useSearchParams();
  return (
    <nav aria-label="Parts of the story" className="mb-3 -ml-2 flex flex-wrap gap-0.5">
      {storyParts.map(({ name, title }) => {
        if (name === "messages" && !mayContact) return null;
        const isCurrent = name === part;
        return (
          <Link
            key={name}
            to={addressOf(search, name)}
            replace
            preventScrollReset
            aria-current={isCurrent ? "true" : undefined}
            className={clsx(
              "touch inline-flex h-7 items-center rounded-8 px-2 text-13",
              isCurrent ? "bg-hover font-medium text-ink" : "text-muted hover:bg-hover hover:text-ink",
            )}
          >
            {title}
          </Link>
        );
      })}
    </nav>
  );
}

function addressOf(search: URLSearchParams, part: StoryPart): string {
  const next = new URLSearchParams(search);
  if (part === "all") next.delete("story");
  else next.set("story", part);
  return `?${next.toString()}`;
}

function Coming() {
  return (
    <Loading what="the story">
      <div className="grid gap-4">
        {[0, 1, 2, 3].map((row) => (
          <div key={row} className="flex gap-3">
            <Skeleton className="size-7 shrink-0 rounded-full" />
            <Skeleton className="h-4 w-2/3" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
