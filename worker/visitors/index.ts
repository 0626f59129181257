import { eventHappening } from "./record-events";

export { deviceOf, type Traffic, trafficOf } from "./browser";
export { carriedClick } from "./carried-click";
export { throwAwayOldSalts } from "./daily-salt";
export { eventOf, type EventDraft, type EventType, plainAddress, utmOf } from "./event";
export { visitorJobs } from "./forget";
export { type MarkKind, readMark, signMark } from "./mark";
export { eventHappening } from "./record-events";
export { eventsOfLead, listIdentities } from "./queries";
export { visitorRoutes } from "./routes";
export { redoStitch, stitchSteps, undoStitch } from "./stitch";
export { visitorFor, type VisitorKey, type VisitorKind } from "./visitor-for";
export { leadVisitorToWire, leadVisitorWire, visitorEventToWire, visitorEventWire } from "./wire";

export const visitorHappenings = [eventHappening];
