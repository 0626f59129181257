/** People of the demo world, as `npm start` prints them. */
export const demo = { email: "demo@tributary.test", password: "tributary-demo" };
export const operator = { email: "operator@tributary.test", password: "tributary-demo" };
