import type { FilesPort } from "../../kernel/ports";

const lot = 1000;

/** A private bucket. A key is written once: what stands there is never overwritten (UP-01). */
export function createFiles(bucket: R2Bucket): FilesPort {
  return {
    async put(key, body, { type }) {
      const kept = await bucket.put(key, body, {
        onlyIf: { etagDoesNotMatch: "*" },
        httpMetadata: { contentType: type },
      });
      if (!kept) throw new Error("There is an object under this key already.");
    },
    async get(key) {
      const object = await bucket.get(key);
      return object && { body: object.body, bytes: object.size };
    },
    async delete(keys) {
      for (let from = 0; from < keys.length; from += lot) await bucket.delete(keys.slice(from, from + lot));
    },
    async deleteBelow(prefix) {
      if (prefix === "") throw new Error("An empty prefix would delete everybody's files.");
      for (;;) {
        const { objects } = await bucket.list({ prefix, limit: lot });
        if (objects.length === 0) return;
        await bucket.delete(objects.map(({ key }) => key));
      }
    },
  };
}
