import { BoardView, type BoardViewProps } from "~/leads/board/board-view";
import { withCommon } from "./common-states";
import { sampleHouse, sampleLeads, sampleStages } from "./sample-leads";

const columns: BoardViewProps["columns"] = sampleStages.map((stage, index) => {
  const leads = sampleLeads.filter(({ stageId }) => stageId === stage.id);
  const values = leads.flatMap(({ value }) => (value ? [value] : []));
  const isLong = index === 0;
  return {
    stage,
    leads,
    count: isLong ? 42 : leads.length,
    values: isLong ? [...values, { amount: 90_000, currency: "NOK" }] : values,
    nextCursor: isLong ? "more" : null,
  };
});

const shared: BoardViewProps = {
  house: sampleHouse,
  columns,
  filters: { owner: "", source: "", tag: "" },
  reading: new Set(),
  onMore: () => undefined,
  base: "#",
};
const nobody = columns.map((column) => ({ ...column, leads: [], count: 0, values: [], nextCursor: null }));

export const leadsBoardScreen = withCommon("Board", "see leads", {
  success: () => <BoardView {...shared} />,
  empty: () => <BoardView {...shared} columns={nobody} />,
  reading: () => <BoardView {...shared} reading={new Set(["stg_1"])} />,
  "read-only": () => <BoardView {...shared} house={{ ...sampleHouse, mayWrite: false }} />,
});
