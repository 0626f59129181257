import { useState } from "react";
import { readJson, useCard } from "../page/use-card";
import { type StoryPage, type StoryPart, storyWith, storyWithEarlier } from "./story";

type Options = { leadTo: string; part: StoryPart; first: StoryPage };

export type ShownStory = {
  /** Nothing while a part of it is on its way, or could not be read. */
  page: StoryPage | null;
  hasFailed: boolean;
  isReadingEarlier: boolean;
  earlier(): void;
  again(): void;
};

/** A lead's story as far down as it was read, with what happens meanwhile on top. */
export function useStory({ leadTo, part, first }: Options): ShownStory {
  const address = `${leadTo}/timeline?story=${part}`;
  const { read, again } = useCard<StoryPage>(address, first);
  const newest = read.state === "ready" ? read.value : null;
  const [known, setKnown] = useState({ address, newest, page: newest });
  const [isReadingEarlier, setReading] = useState(false);
  if (known.address !== address || known.newest !== newest) {
    const before = known.address === address ? known.page : null;
    setKnown({ address, newest, page: newest && (before ? storyWith(before, newest) : newest) });
  }
  async function earlier(): Promise<void> {
    const cursor = known.page?.nextCursor;
    if (!cursor || isReadingEarlier) return;
    setReading(true);
    const more = await readJson<StoryPage>(`${address}&cursor=${encodeURIComponent(cursor)}`);
    setReading(false);
    setKnown((now) =>
      more && now.address === address && now.page?.nextCursor === cursor
        ? { ...now, page: storyWithEarlier(now.page, more) }
        : now,
    );
  }
  return {
    page: known.address === address ? known.page : null,
    hasFailed: read.state === "failed",
    isReadingEarlier,
    earlier: () => void earlier(),
    again,
  };
}
