import { useFetchers, useLocation, useSubmit } from "@remix-run/react";
import { textOf } from "~/form/form-data";
import { useSentKeys } from "~/toasts/background-notices";
import type { Journey, JourneyEdge, JourneyNode } from "./journey";

const keyPrefix = "journey:";

export type JourneyActs = {
  link(from: JourneyNode, to: JourneyNode, ctaText: string): void;
  relabel(edge: JourneyEdge, ctaText: string): void;
  unlink(edge: JourneyEdge): void;
  arrange(places: { id: string; x: number; y: number }[]): void;
  /** Gives every piece back to the automatic layout. */
  tidy(): void;
};

/** What is on its way is shown as if it had arrived; what fails is told, and is as it was. */
export function useJourney(journey: Journey): {
  edges: JourneyEdge[];
  acts: JourneyActs;
  keys: readonly string[];
} {
  const submit = useSubmit();
  const { pathname, search } = useLocation();
  const sent = useFetchers().flatMap(({ formData }) => formData ?? []);
  const { keys, sent: sentUnder } = useSentKeys();
  function send(intent: string, about: string, fields: Record<string, string>): void {
    const fetcherKey = `${keyPrefix}${intent}:${about}`;
    sentUnder(fetcherKey);
    submit(
      { intent, quiet: "undoable", ...fields },
      {
        method: "post",
        action: pathname + search,
        navigate: false,
        fetcherKey,
        preventScrollReset: true,
      },
    );
  }
  const acts: JourneyActs = {
    link: (from, to, ctaText) => send("link", `${from.id} ${to.id}`, { from: from.id, to: to.id, ctaText }),
    relabel: ({ id, ctaText: was }, ctaText) => send("relabel", id, { id, ctaText, was }),
    unlink: ({ id, fromPieceId: from, toPieceId: to, ctaText }) =>
      send("unlink", id, { id, from, to, ctaText }),
    arrange: (places) => send("arrange", places[0]?.id ?? "", { places: JSON.stringify(places) }),
    tidy: () =>
      send("arrange", "all", {
        places: JSON.stringify(journey.nodes.filter(({ position }) => position).map(({ id }) => ({ id }))),
      }),
  };
  return { edges: sent.reduce(asIfArrived, journey.edges), acts, keys };
}

/** Linked, but not answered yet: it has no id of its own to be changed by. */
export function isUnderway({ id }: JourneyEdge): boolean {
  return id.includes(" ");
}

function asIfArrived(edges: JourneyEdge[], form: FormData): JourneyEdge[] {
  const [id, ctaText] = [textOf(form, "id"), textOf(form, "ctaText")];
  const [fromPieceId, toPieceId] = [textOf(form, "from"), textOf(form, "to")];
  switch (form.get("intent")) {
    case "unlink":
      return edges.filter((edge) => edge.id !== id);
    case "relabel":
      return edges.map((edge) => (edge.id === id ? { ...edge, ctaText } : edge));
    case "link": {
      const isThere = edges.some((edge) => edge.fromPieceId === fromPieceId && edge.toPieceId === toPieceId);
      return isThere
        ? edges
        : [...edges, { id: `${fromPieceId} ${toPieceId}`, fromPieceId, toPieceId, ctaText }];
    }
    default:
      return edges;
  }
}
