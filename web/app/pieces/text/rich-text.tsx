import { lazy, Suspense } from "react";
import { useHydrated } from "~/hydrated";
import { loadPatiently } from "~/live/patient-fetch";
import type { RichTextProps } from "./rich-text-props";
import { StaticText } from "./static-text";

const RichTextEditor = lazy(() => loadPatiently(() => import("./editor")));

/** The text is there to be read at once; the editor takes its place when it has loaded, line for line. */
export function RichText(props: RichTextProps) {
  const hydrated = useHydrated();
  const still = (
    <div className="min-h-64">
      <div aria-hidden className="mb-4 h-10 border-b border-line pointer-coarse:h-12" />
      <StaticText tree={props.tree} />
    </div>
  );
  if (!props.editable) return <StaticText tree={props.tree} className="min-h-64" />;
  if (!hydrated) return still;
  return (
    <Suspense fallback={still}>
      <RichTextEditor {...props} />
    </Suspense>
  );
}
