export { joinTeam, leaveTeams, teamExists } from "./membership";
export { type TeamOfMember, teamsOf } from "./queries";
export { teamRoutes } from "./routes";
