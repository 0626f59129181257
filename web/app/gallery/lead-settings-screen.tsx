import { FieldPanel } from "~/leads/settings/field-panel";
import { type FieldSetting, FieldsView } from "~/leads/settings/fields-view";
import { SourcePanel } from "~/leads/settings/source-panel";
import { type SourceSetting, SourcesView } from "~/leads/settings/sources-view";
import { StagePanel } from "~/leads/settings/stage-panel";
import { StagesView } from "~/leads/settings/stages-view";
import { withCommon } from "./common-states";
import { sampleHouse, sampleStages } from "./sample-leads";

const close = "?state=success";
const stages = { stages: sampleStages, mayWrite: true, base: "#", onMove: () => undefined };
const [first, second] = sampleStages;

export const leadStagesScreen = withCommon("Stages", "see stages", {
  success: () => <StagesView {...stages} />,
  "read-only": () => <StagesView {...stages} mayWrite={false} />,
  panel: () => (
    <StagesView
      {...stages}
      panel={<StagePanel stage={second ?? first ?? null} position={2} closeTo={close} />}
    />
  ),
  "panel-new": () => (
    <StagesView {...stages} panel={<StagePanel stage={null} position={7} closeTo={close} />} />
  ),
});

const fields: FieldSetting[] = sampleHouse.fields.map((field, index) => ({
  ...field,
  id: `cfd_${index}`,
  description: "",
  isUnique: false,
  archivedAt: index === 2 ? "2027-01-02T10:00:00Z" : null,
}));

export const leadFieldsScreen = withCommon("Fields", "see fields", {
  success: () => <FieldsView fields={fields} mayWrite base="#" />,
  empty: () => <FieldsView fields={[]} mayWrite base="#" />,
  "read-only": () => <FieldsView fields={fields} mayWrite={false} base="#" />,
  panel: () => (
    <FieldsView
      fields={fields}
      mayWrite
      base="#"
      panel={<FieldPanel field={fields[1] ?? null} closeTo={close} />}
    />
  ),
  "panel-new": () => (
    <FieldsView fields={fields} mayWrite base="#" panel={<FieldPanel field={null} closeTo={close} />} />
  ),
});

const sources: SourceSetting[] = [
  {
    id: "lsr_1",
    name: "LinkedIn",
    type: "linkedin",
    utmSource: "linkedin",
    utmMedium: "social",
    utmCampaign: null,
    isActive: true,
  },
  {
    id: "lsr_2",
    name: "Oslo Coffee Festival",
    type: "event",
    utmSource: null,
    utmMedium: null,
    utmCampaign: null,
    isActive: false,
  },
];
const shared = { sources, tags: sampleHouse.tags, mayConfigure: true, mayWrite: true, base: "#" };

export const leadSourcesScreen = withCommon("Sources and tags", "see sources", {
  success: () => <SourcesView {...shared} />,
  empty: () => <SourcesView {...shared} sources={[]} tags={[]} />,
  "read-only": () => <SourcesView {...shared} mayConfigure={false} mayWrite={false} />,
  panel: () => (
    <SourcesView {...shared} panel={<SourcePanel source={sources[0] ?? null} closeTo={close} />} />
  ),
  "panel-new": () => <SourcesView {...shared} panel={<SourcePanel source={null} closeTo={close} />} />,
});
