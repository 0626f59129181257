import type { Words } from "../../../../worker/forms/pure/say";
import type { Definition, Ending } from "../definition";
import type { Selection } from "../builder/builder-context";
import type { Preview } from "./use-preview";

type EndingPreviewProps = { preview: Preview; definition: Definition; selected: Selection; words: Words };

/** The ending that the answers lead to, or the one that is being written. */
export function EndingPreview({ preview, definition, selected, words }: EndingPreviewProps) {
  const ending = definition.endings.find(({ key }) => key === selected) ?? preview.walked.ending;
  return (
    <div role="status">
      {ending.kind === "redirect" ? (
        <p>The visitor goes on to {ending.url || "an address that is not set yet"}.</p>
      ) : (
        <Message ending={ending} words={words} />
      )}
      <div className="trb-acts">
        <button type="button" className="trb-button trb-plain" onClick={preview.startOver}>
          Fill in again
        </button>
      </div>
    </div>
  );
}

function Message({ ending, words }: { ending: Ending; words: Words }) {
  return (
    <>
      <h2 className="trb-title">{ending.title || words.thanks}</h2>
      {ending.text && <p>{ending.text}</p>}
      {ending.url && ending.buttonLabel && (
        <p className="trb-acts">
          <span className="trb-button">{ending.buttonLabel}</span>
        </p>
      )}
    </>
  );
}
