import { Waves } from "lucide-react";
import { Page } from "~/components/page";
import { EmptyState } from "~/components/ui/states";
import { River } from "~/river/river";
import type { River as RiverData } from "~/river/river-layout";
import { Checklist, type ChecklistStep } from "./checklist";
import { FirstBusiness } from "./first-business";
import { type Today, TodayPart } from "./today";

type HomeViewProps = {
  organizationName: string;
  steps: ChecklistStep[];
  /** Put away by this person; still one click from here. */
  hidden: boolean;
  /** The organization's address, where its first business is still to be described by this person. */
  firstBusinessAt?: string;
  /** Absent until a lead came, or where this person may not see leads. */
  today?: Today | null;
  /** The organization's address, such as `/o/northwind-coffee`. */
  home: string;
  /** Absent until something flows. */
  river?: RiverData;
};

/** Who works here meets the day's work first; who begins meets the first steps first. */
export function HomeView(props: HomeViewProps) {
  const { organizationName, steps, hidden, firstBusinessAt, home, today, river } = props;
  return (
    <Page title={organizationName}>
      {firstBusinessAt !== undefined && <FirstBusiness home={firstBusinessAt} />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
        {today && <TodayPart today={today} home={home} />}
        <Checklist steps={steps} hidden={hidden} />
        {(river || !today) && <RiverPart river={river} />}
      </div>
    </Page>
  );
}

function RiverPart({ river }: Pick<HomeViewProps, "river">) {
  return (
    <section aria-labelledby="river">
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
  );
}
