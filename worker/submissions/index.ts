export { startToken } from "./start-token";
