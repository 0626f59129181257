import { CalendarView, type CalendarViewProps } from "~/calendar/calendar-view";
import type { CalendarPiece } from "~/calendar/calendar-piece";
import { withCommon } from "./common-states";

function piece(id: number, title: string, channel: string, scheduledFor: string | null): CalendarPiece {
  const kind = channel === "site" ? "blog_post" : "social_post";
  const status = scheduledFor ? "scheduled" : "approved";
  return {
    id: `pce_${id}`,
    businessId: "biz_1",
    kind,
    title,
    channel,
    scheduledFor,
    status,
    publishedAt: null,
  };
}

const scheduled: CalendarPiece[] = [
  {
    ...piece(1, "How roasters choose beans", "site", "2027-03-22T08:00:00Z"),
    status: "published",
    publishedAt: "2027-03-22T08:00:04Z",
  },
  piece(2, "Five mistakes in cold brew", "site", "2027-03-25T08:00:00Z"),
  piece(3, "Water is most of the cup", "bluesky", "2027-03-25T11:30:00Z"),
  piece(4, "Ask us anything about grinders", "linkedin", "2027-03-28T07:00:00Z"),
  { ...piece(5, "A year in small batches", "x", "2027-03-30T16:00:00Z"), status: "ready" },
  ...[6, 7, 8, 9, 10].map((id) =>
    piece(id, `Sunday post ${id}`, "bluesky", `2027-03-28T${id + 5}:15:00Z`.replace(/T(\d):/, "T0$1:")),
  ),
];
const waiting = [
  piece(11, "What a roasting date tells you", "site", null),
  piece(12, "Latte art, step by step", "instagram", null),
];

const business = { id: "biz_1", name: "Northwind Coffee", timezone: "Europe/Berlin" };
const shared: CalendarViewProps = {
  view: "month",
  day: "2027-03-24",
  today: "2027-03-24",
  timeZone: "Europe/Berlin",
  zone: "business",
  businesses: [business, { id: "biz_2", name: "Northwind Academy", timezone: "America/New_York" }],
  business,
  channel: null,
  scheduled,
  isCut: false,
  waiting,
  moreWaiting: false,
  slots: [],
  mayMove: true,
  piecesTo: "#",
  freeTo: "#",
  planFrom: "#",
  bundlesTo: "#",
};
const slots = ["2027-03-26T08:00:00Z", "2027-03-28T10:00:00Z"].map((at) => ({ at, channel: "bluesky" }));

export const calendarScreen = withCommon("Calendar", "see the calendar", {
  success: () => <CalendarView {...shared} />,
  week: () => <CalendarView {...shared} view="week" channel="bluesky" slots={slots} />,
  list: () => <CalendarView {...shared} view="list" />,
  empty: () => <CalendarView {...shared} scheduled={[]} waiting={[]} />,
  "everything-placed": () => <CalendarView {...shared} waiting={[]} />,
  "read-only": () => <CalendarView {...shared} mayMove={false} waiting={[]} />,
});
