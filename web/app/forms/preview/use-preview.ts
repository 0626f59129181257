import { useState } from "react";
import type { RawAnswers } from "../../../../worker/forms/pure/form";
import {
  type Fault,
  faultsOnPage,
  type Page,
  pagesOf,
  walk,
  type Walk,
} from "../../../../worker/forms/pure/walk";
import type { Definition } from "../definition";
import type { Selection } from "../builder/builder-context";

type State = {
  /** Rises when it is begun anew: the fields are empty then. */
  round: number;
  raw: RawAnswers;
  /** The pages somebody came through, the one they are on last. */
  trail: readonly number[];
  /** Somebody tried to leave this page: what is wrong is said. */
  tried: boolean;
  ended: boolean;
};

const start: State = { round: 0, raw: {}, trail: [0], tried: false, ended: false };

export type Preview = {
  round: number;
  /** Which page somebody is on, by its place in the form. */
  index: number;
  walked: Walk;
  raw: RawAnswers;
  faults: Fault[];
  ended: boolean;
  isFirst: boolean;
  isLast: boolean;
  answer: (raw: RawAnswers) => void;
  /** False where this page cannot be left yet. */
  next: () => boolean;
  back: () => void;
  startOver: () => void;
};

/** Fills in a form as a visitor does, by the rules that the server and the embed follow. */
export function usePreview(definition: Definition, selected: Selection): Preview {
  const [state, setState] = useState(start);
  useShownSelection(definition, selected, setState);
  const [now] = useState(() => Date.now());
  const at = { now };
  const pages = pagesOf(definition);
  const walked = walk(definition, state.raw, at);
  const index = Math.min(state.trail.at(-1) ?? 0, pages.length - 1);
  const faults = faultsOnPage(definition, index, state.raw, at);
  const following = walked.pages.find((each) => each > index);
  function next(): boolean {
    if (faults.length > 0) setState({ ...state, tried: true });
    else if (following === undefined) setState({ ...state, ended: true });
    else setState({ ...state, trail: [...state.trail, following], tried: false });
    return faults.length === 0;
  }
  return {
    round: state.round,
    index,
    walked,
    raw: state.raw,
    faults: state.tried ? faults : [],
    ended: state.ended,
    isFirst: index === 0,
    isLast: following === undefined,
    answer: (raw) => setState({ ...state, raw }),
    next,
    back: () => setState({ ...state, trail: before(state.trail), tried: false }),
    startOver: () => setState({ ...start, round: state.round + 1 }),
  };
}

function before(trail: State["trail"]): State["trail"] {
  return trail.length > 1 ? trail.slice(0, -1) : [0];
}

/** Whoever chooses a question in the list sees it here, whatever was answered; the answers stay. */
function useShownSelection(
  definition: Definition,
  selected: Selection,
  set: (next: (state: State) => State) => void,
) {
  const [shown, setShown] = useState<Selection | undefined>();
  if (shown === selected) return;
  setShown(selected);
  const isEnding = definition.endings.some(({ key }) => key === selected);
  const index = selected === null ? 0 : pagesOf(definition).findIndex((page) => holds(page, selected));
  set((state) => {
    if (isEnding) return { ...state, ended: true };
    if (index < 0) return state;
    return {
      ...state,
      ended: false,
      ...(state.trail.at(-1) === index ? {} : { trail: [index], tried: false }),
    };
  });
}

function holds(page: Page, selected: Selection): boolean {
  return page.key === selected || page.fields.some(({ key }) => key === selected);
}
