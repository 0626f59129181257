import { useFetcher } from "@remix-run/react";
import { clsx } from "clsx";
import { Star } from "lucide-react";
import { type Generation, taskWords } from "./task-words";

const marks = [1, 2, 3, 4, 5] as const;

/** One to five, kept at the press; what is pressed shows at once. */
export function Rating({ generation, mayJudge }: { generation: Generation; mayJudge: boolean }) {
  const fetcher = useFetcher();
  const { id, task, rating } = generation;
  const shown = Number(fetcher.formData?.get("rating") ?? rating ?? 0);
  if (!mayJudge) return <>{rating === null ? "Not rated" : `${rating} of 5`}</>;
  return (
    <fetcher.Form method="post" className="-my-1 inline-flex">
      <input type="hidden" name="intent" value="rate" />
      <input type="hidden" name="id" value={id} />
      {marks.map((mark) => (
        <button
          key={mark}
          type="submit"
          name="rating"
          value={mark}
          aria-label={`Rate this ${taskWords[task].toLowerCase()} ${mark} of 5`}
          aria-pressed={mark === shown}
          className="inline-flex size-6 items-center justify-center rounded-4 hover:bg-hover pointer-coarse:size-9"
        >
          <Star
            aria-hidden
            className={clsx("size-4", mark <= shown ? "fill-current text-stream-ink" : "text-edge")}
          />
        </button>
      ))}
    </fetcher.Form>
  );
}
