import { LanguagesPanel } from "./languages-panel";
import { LogicPanel } from "./logic-panel";
import { LookPanel } from "./look-panel";
import type { PanelName } from "./panels";
import { SettingsPanel, type Teammate } from "./settings-panel";
import { WordingsPanel } from "./wordings-panel";
import { VersionsPanel } from "./versions-panel";

export type FormPanelsProps = {
  panel: Exclude<PanelName, "question">;
  address: string;
  revision: number;
  publishedAt: string | null;
  mayWrite: boolean;
  teammates: readonly Teammate[];
  hasChallengeSecret: boolean;
  language: string;
  onLanguage: (language: string) => void;
};

/** What is about the form as a whole; loaded when the first of them is opened. */
export default function FormPanels(props: FormPanelsProps) {
  switch (props.panel) {
    case "look":
      return <LookPanel />;
    case "languages":
      return (
        <>
          <LanguagesPanel shown={props.language} onShow={props.onLanguage} />
          <WordingsPanel address={props.address} />
        </>
      );
    case "logic":
      return <LogicPanel />;
    case "settings":
      return <SettingsPanel teammates={props.teammates} hasChallengeSecret={props.hasChallengeSecret} />;
    case "versions":
      return <VersionsPanel {...props} />;
  }
}
