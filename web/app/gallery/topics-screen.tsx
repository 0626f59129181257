import { TopicPanel } from "~/topics/topic-panel";
import { TopicsView, type TopicsViewProps } from "~/topics/topics-view";
import { withCommon } from "./common-states";
import { sampleRuns, sampleStrategy, sampleTopics } from "./sample-topics";

const businesses = [
  { id: "biz_1", name: "Northwind Coffee" },
  { id: "biz_2", name: "Northwind Academy" },
];

const shared: TopicsViewProps = {
  businesses,
  business: { id: "biz_1", name: "Northwind Coffee" },
  topics: sampleTopics,
  counts: { suggested: 3, chosen: 12, rejected: 4, used: 500 },
  status: "suggested",
  order: "engagement",
  mayWrite: true,
  run: sampleRuns.idle,
  bundleTo: "#",
  businessesTo: "#",
  strategiesTo: "#",
  addTo: "#",
};

const nothing = { suggested: 0, chosen: 0, rejected: 0, used: 0 };
const panel = { strategies: [sampleStrategy], mayWrite: true, listTo: "?state=success" };

export const topicsScreen = withCommon("Topics", "see topics", {
  success: () => <TopicsView {...shared} />,
  empty: () => <TopicsView {...shared} topics={[]} counts={nothing} />,
  "no-business": () => <TopicsView {...shared} business={null} businesses={[]} topics={[]} />,
  running: () => <TopicsView {...shared} topics={[]} counts={nothing} run={sampleRuns.running} />,
  paused: () => <TopicsView {...shared} run={sampleRuns.paused} />,
  failed: () => <TopicsView {...shared} run={sampleRuns.failed} />,
  chosen: () => (
    <TopicsView
      {...shared}
      status="chosen"
      topics={sampleTopics.map((topic) => ({ ...topic, status: "chosen" }))}
    />
  ),
  used: () => (
    <TopicsView
      {...shared}
      status="used"
      topics={sampleTopics.map((topic) => ({ ...topic, status: "used" }))}
    />
  ),
  "read-only": () => <TopicsView {...shared} mayWrite={false} businessesTo={undefined} />,
  panel: () => <TopicsView {...shared} panel={<TopicPanel {...panel} topic={sampleTopics[0]} />} />,
  "panel-new": () => <TopicsView {...shared} panel={<TopicPanel {...panel} />} />,
  "panel-read-only": () => (
    <TopicsView
      {...shared}
      mayWrite={false}
      panel={<TopicPanel {...panel} mayWrite={false} topic={sampleTopics[0]} />}
    />
  ),
});
