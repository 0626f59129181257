export { calendarRoutes } from "./routes";
export { addDays, instantOf, wallTimeOf, weekdayOf } from "./wall-time";
