import type { Journey, JourneyNode } from "~/journey/journey";
import { JourneyView, type JourneyViewProps } from "~/journey/journey-view";
import { withCommon } from "./common-states";

function node(id: string, kind: JourneyNode["kind"], title: string): JourneyNode {
  const channel = kind === "social_post" ? "bluesky" : kind === "email_sequence" ? "email" : "site";
  return {
    id,
    businessId: "biz_1",
    bundleId: "bdl_1",
    kind,
    title,
    channel,
    status: "ready",
    ctaText: "Read on",
    position: null,
  };
}

function edge(from: string, to: string, ctaText = ""): Journey["edges"][number] {
  const at = "2027-03-01T09:00:00Z";
  return {
    id: `${from}-${to}`,
    businessId: "biz_1",
    bundleId: "bdl_1",
    fromPieceId: from,
    toPieceId: to,
    ctaText,
    createdAt: at,
    updatedAt: at,
  };
}

const journey: Journey = {
  nodes: [
    node("s1", "social_post", "Water is most of the cup"),
    node("s2", "social_post", "Ask us anything about grinders"),
    node("b1", "blog_post", "How roasters choose beans"),
    node("b2", "blog_post", "Five mistakes in cold brew"),
    node("u1", "content_upgrade", "The brewing checklist"),
    node("u2", "content_upgrade", "A tasting sheet for two"),
    node("q1", "email_sequence", "Welcome to the roastery"),
  ],
  edges: [
    edge("s1", "b1", "Read why"),
    edge("b1", "u1", "Get the checklist"),
    edge("u1", "q1"),
    edge("q1", "b2"),
    edge("b2", "q1", "Get one mail a week"),
  ],
  orphans: ["s2", "u2"],
  deadEnds: ["s2", "u2"],
  cycles: [["q1", "b2"]],
  mayLeadTo: {
    social_post: ["blog_post", "content_upgrade"],
    blog_post: ["content_upgrade", "email_sequence"],
    content_upgrade: ["email_sequence"],
    email_sequence: ["blog_post", "content_upgrade"],
  },
  isCut: false,
};

const shared: JourneyViewProps = {
  journey,
  scopes: [
    { value: "business:biz_1", name: "Northwind Coffee" },
    { value: "bundle:bdl_1", name: "Bundle: Spring launch" },
  ],
  scope: "business:biz_1",
  shows: "picture",
  mayWrite: true,
  bundlesTo: "#",
  pictureTo: "#",
  tableTo: "#",
};

const sound = { ...journey, orphans: [], deadEnds: [], cycles: [] };

export const journeyScreen = withCommon("Journey", "see journeys", {
  success: () => <JourneyView {...shared} />,
  table: () => <JourneyView {...shared} shows="table" />,
  sound: () => <JourneyView {...shared} journey={sound} shows="table" />,
  partial: () => <JourneyView {...shared} journey={{ ...journey, isCut: true }} />,
  empty: () => <JourneyView {...shared} journey={{ ...sound, nodes: [], edges: [] }} />,
  "read-only": () => <JourneyView {...shared} mayWrite={false} />,
});
