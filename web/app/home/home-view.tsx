import { Waves } from "lucide-react";
import { Page } from "~/components/page";
import { EmptyState } from "~/components/ui/states";
import { River } from "~/river/river";
import type { River as RiverData } from "~/river/river-layout";
import { Checklist, type ChecklistStep } from "./checklist";
import { FirstBusiness } from "./first-business";

type HomeViewProps = {
  organizationName: string;
  steps: ChecklistStep[];
  /** Put away by this person; still one click from here. */
  hidden: boolean;
  /** The organization's address, where its first business is still to be described by this person. */
  firstBusinessAt?: string;
  /** Absent until something flows. */
  river?: RiverData;
};

export function HomeView({ organizationName, steps, hidden, firstBusinessAt, river }: HomeViewProps) {
  return (
    <Page title={organizationName}>
      {firstBusinessAt !== undefined && <FirstBusiness home={firstBusinessAt} />}
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
