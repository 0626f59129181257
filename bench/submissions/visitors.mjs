import { randomUUID } from "node:crypto";

/** A form of the usual kind, published by its owner; `ask` is a caller of the API. */
export async function publishForm(ask) {
  const business = await ask("POST", "/v1/businesses", { name: `Roastery ${Date.now()}` });
  const form = await ask("POST", "/v1/forms", { businessId: business.id, template: "contact" });
  await ask("PUT", `/v1/forms/${form.id}/publication`, { revision: form.revision });
  return form.id;
}

/** Who comes by: each from a house of their own, with an address and words of their own. */
export function visitorsOf(formId, count) {
  return Array.from({ length: count }, (_, number) => ({
    path: `/f/${formId}/submissions`,
    shownBy: `/f/${formId}/definition`,
    headers: { "cf-connecting-ip": `198.${18 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}` },
    body: {
      id: randomUUID(),
      answers: {
        name: `Visitor ${number}`,
        email: emailOf(number),
        message: `Please send ${number} bags of the Ethiopian to the usual address.`,
      },
    },
  }));
}

export function emailOf(number) {
  return `visitor${number}@visitors.test`;
}

/** Nobody reads a form and fills it in faster; the product thinks so, too. */
const readingMs = 3000;

/** Each is shown the form, by `look(visitor)`, so many at once; then they read. */
export async function showForm(visitors, look, width) {
  await atOnce(visitors, width, async (visitor) => {
    visitor.body.token = JSON.parse(await look(visitor)).token;
  });
  await new Promise((resolve) => setTimeout(resolve, readingMs));
}

export async function atOnce(all, width, work) {
  const left = all.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const each of left) await work(each);
    }),
  );
}
