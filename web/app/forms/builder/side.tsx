import { clsx } from "clsx";
import { lazy, Suspense } from "react";
import { RowsSkeleton } from "~/components/ui/skeleton";
import { loadPatiently } from "~/live/patient-fetch";
import type { FormPanelsProps } from "./form-panels";
import { type PanelName, panelNames, panels } from "./panels";
import { QuestionPanel, type QuestionPanelProps } from "./question-panel";

const FormPanels = lazy(() => loadPatiently(() => import("./form-panels")));

type SideProps = Omit<FormPanelsProps, "panel"> &
  QuestionPanelProps & { panel: PanelName; onPanel: (panel: PanelName) => void };

/** The settings of the chosen question, and of the form as a whole. */
export function Side({ panel, onPanel, customFields, onAddNext, ...rest }: SideProps) {
  return (
    <aside aria-label="Settings">
      <div className="-mx-1 mb-4 overflow-x-auto border-b border-line px-1">
        <div role="group" aria-label="Panels" className="flex gap-2.5 text-13">
          {panelNames.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === panel}
              onClick={() => onPanel(name)}
              className={clsx(
                "flex h-10 items-center border-b-2 whitespace-nowrap pointer-coarse:h-11",
                name === panel
                  ? "border-stream font-medium text-ink"
                  : "border-transparent text-muted hover:text-ink",
              )}
            >
              {panels[name]}
            </button>
          ))}
        </div>
      </div>
      <div>
        {panel === "question" ? (
          <QuestionPanel customFields={customFields} onAddNext={onAddNext} />
        ) : (
          <Suspense fallback={<RowsSkeleton rows={4} what="settings" />}>
            <FormPanels {...rest} panel={panel} />
          </Suspense>
        )}
      </div>
    </aside>
  );
}
