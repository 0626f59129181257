/** When Cloudflare's public documentation (the repository cloudflare/cloudflare-docs) was read. */
export const readOn = "2026-11-21";

/** List prices in dollars, beyond what the Workers Paid plan includes. */
export const prices = {
  requests: {
    short: "requests",
    perMillion: 0.3,
    included: "10 million",
    what: "Worker requests",
    source: "https://developers.cloudflare.com/workers/platform/pricing/",
  },
  processorMs: {
    short: "CPU ms",
    perMillion: 0.02,
    included: "30 million",
    what: "Worker CPU milliseconds",
    source: "https://developers.cloudflare.com/workers/platform/pricing/",
  },
  rowsRead: {
    short: "rows read",
    perMillion: 0.001,
    included: "25 billion",
    what: "D1 rows read",
    source: "https://developers.cloudflare.com/d1/platform/pricing/",
  },
  rowsWritten: {
    short: "rows written",
    perMillion: 1,
    included: "50 million",
    what: "D1 rows written",
    source: "https://developers.cloudflare.com/d1/platform/pricing/",
  },
  objectCalls: {
    short: "object calls",
    perMillion: 0.15,
    included: "1 million",
    what: "Durable Object requests: calls, alarms, connections",
    source: "https://developers.cloudflare.com/durable-objects/platform/pricing/",
  },
  objectRowsRead: {
    short: "object rows read",
    perMillion: 0.001,
    included: "25 billion",
    what: "Durable Object rows read",
    source: "https://developers.cloudflare.com/durable-objects/platform/pricing/",
  },
  objectRowsWritten: {
    short: "object rows written",
    perMillion: 1,
    included: "50 million",
    what: "Durable Object rows written, alarms set among them",
    source: "https://developers.cloudflare.com/durable-objects/platform/pricing/",
  },
  queueOperations: {
    short: "queue operations",
    perMillion: 0.4,
    included: "1 million",
    what: "Queue operations: a message is written, read and deleted",
    source: "https://developers.cloudflare.com/queues/platform/pricing/",
  },
};

export const planPerMonth = 5;
