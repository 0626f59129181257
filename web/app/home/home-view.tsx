import { Waves } from "lucide-react";
import { Page } from "~/components/page";
import { EmptyState } from "~/components/ui/states";
import { River } from "~/river/river";
import type { River as RiverData } from "~/river/river-layout";
import { Checklist, type ChecklistStep } from "./checklist";

type HomeViewProps = {
  organizationName: string;
  steps: ChecklistStep[];
  /** Put away by this person; still one click from here. */
  hidden: boolean;
  /** Absent until something flows. */
  river?: RiverData;
};

export function HomeView({ organizationName, steps, hidden, river }: HomeViewProps) {
  return (
    <Page title={organizationName}>
      <Checklist steps={steps} hidden={hidden} />
      <section aria-labelledby="river" className="mt-10">
        <h2 id="river" className="mb-3 font-semibold">
          The river
        </h2>
        {river ? (
          <River river={river} title="From pieces to customers, the last thirty days" />
        ) : (
          <EmptyState icon={Waves} title="Nothing flows yet">
            Here you will see how readers move from your pieces to pages and forms, become leads and then
            customers: how wide each stream is, and where most of it is lost.
          </EmptyState>
        )}
      </section>
    </Page>
  );
}
