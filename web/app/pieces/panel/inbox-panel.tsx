import { mergeText, type MergeValues } from "../../../../worker/pieces/pure/merge";
import type { Check } from "../../../../worker/pieces/pure/check";
import type { EmailWords } from "../piece";
import { samplePerson } from "../text/merge-words";
import { withValues } from "../text/with-values";
import { StaticText } from "../text/static-text";
import { CheckList } from "./check-list";

type InboxPanelProps = { words: EmailWords; businessName: string; checks: readonly Check[] };

/** As it lies in the inbox of a phone, and opened. */
export function InboxPanel({ words, businessName, checks }: InboxPanelProps) {
  const values: MergeValues = { ...samplePerson, "business.name": businessName, "sender.name": businessName };
  const subject = mergeText(words.subjectLine, values);
  const preheader = mergeText(words.preheader, values);
  return (
    <div className="grid grid-cols-1 gap-6">
      <section aria-label="On a phone">
        <p className="mb-2 text-13 text-muted">As {samplePerson["lead.name"]} would get it, on a phone</p>
        <div className="overflow-hidden rounded-8 border border-line">
          <div data-ground className="border-b border-line bg-sunken px-3 py-2.5">
            <p className="font-semibold">{businessName}</p>
            <p className="truncate">{subject || "Without a subject"}</p>
            <p className="truncate text-13 text-muted">{preheader || "Without a preheader"}</p>
          </div>
          <div className="px-3 py-3">
            <p className="mb-3 text-16 font-semibold">{subject}</p>
            <StaticText tree={withValues(words.body, values)} className="prose-tight" />
            {words.ctaText && (
              <p className="mt-4">
                <span
                  data-ground
                  className="inline-block rounded-8 bg-stream px-3.5 py-2 font-medium text-on-stream"
                >
                  {words.ctaText}
                </span>
              </p>
            )}
          </div>
        </div>
      </section>
      {checks.length > 0 && (
        <section aria-label="Checks">
          <h3 className="mb-3 font-medium">Checks</h3>
          <CheckList checks={checks} />
        </section>
      )}
    </div>
  );
}
