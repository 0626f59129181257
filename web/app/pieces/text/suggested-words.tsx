import { Check, X } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { Loading, Skeleton } from "~/components/ui/skeleton";
import { StaticText } from "./static-text";
import type { SuggestionOfPassage } from "./use-suggestion";

/** The words as they were and as they could be, with the two ways on. */
export function SuggestedWords({
  suggestion: { state, accept, reject },
}: {
  suggestion: SuggestionOfPassage;
}) {
  if (state.kind === "asking")
    return (
      <Loading what="other words">
        <Skeleton className="h-3 w-4/5" />
        <Skeleton className="mt-2.5 h-3 w-3/5" />
      </Loading>
    );
  if (state.kind === "failed")
    return (
      <Callout tone="attention" role="alert" action={<Button onClick={reject}>Close</Button>}>
        {state.message}
      </Callout>
    );
  if (state.kind !== "offered") return null;
  return (
    <>
      <del className="block line-clamp-6 text-13 text-muted">{state.before}</del>
      <ins className="mt-3 block no-underline">
        <StaticText tree={state.suggestion.body} className="prose-tight" />
      </ins>
      <div className="mt-4 flex gap-2">
        <Button look="primary" size="sm" onClick={accept} autoFocus>
          <Check aria-hidden />
          Accept
        </Button>
        <Button size="sm" onClick={reject}>
          <X aria-hidden />
          Reject
        </Button>
      </div>
    </>
  );
}
