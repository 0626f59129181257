export { joinTeam, leaveTeams, teamExists } from "./membership";
export { listTeams, type TeamOfMember, teamsOf } from "./queries";
export { teamRoutes } from "./routes";
