import { LinkTargetsView } from "~/links/link-targets-view";
import { withCommon } from "./common-states";

const hosts = {
  allowedHosts: ["northwind.example", "roastery.example"],
  blockedHosts: ["old.northwind.example"],
};
const none = { allowedHosts: [], blockedHosts: [] };

export const linkTargetsScreen = withCommon("Link targets", "see where links may lead", {
  success: () => <LinkTargetsView {...hosts} mayWrite />,
  empty: () => <LinkTargetsView {...none} mayWrite />,
  "read-only": () => <LinkTargetsView {...hosts} mayWrite={false} />,
  "read-only-empty": () => <LinkTargetsView {...none} mayWrite={false} />,
});
