/** People of the demo world, as `npm start` prints them. */
export const demo = { email: "demo@tributary.test", password: "tributary-demo" };
export const operator = { email: "operator@tributary.test", password: "tributary-demo" };

/** Colleagues who may do in the tests what the demo person may: one alone would meet the limit of calls a minute. */
export const doubles = ["ines", "jonas", "amara", "yuki", "mateus"].map((name) => ({
  email: `${name}@northwind.test`,
  password: demo.password,
}));
