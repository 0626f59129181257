import { makeVariables, startProduct } from "../runtime.mjs";
import { processorMs } from "../processes.mjs";
import { seedProduct } from "../seed.mjs";
import { startMailProvider } from "../mail-provider.mjs";
import { summaryOf } from "../statistics.mjs";
import { startModel } from "./model.mjs";
import { caller, orderBundle, piecesIn, untilEnded } from "./order.mjs";
import { checkTruth } from "./truth.mjs";
import { watchTexts } from "./watch.mjs";

const patienceMs = 30 * 60_000;

/** Writes one bundle with the product in a process of its own and a model on a local port; times what is ours. */
export async function writeBundle({ counts, faultShare = 0, model: pace = {} }) {
  const [mail, model] = [await startMailProvider(), await startModel({ faultShare, ...pace })];
  const variables = {
    ...makeVariables(mail.address),
    OPENAI_API_KEY: "bench",
    OPENAI_BASE_URL: model.address,
    OPENAI_MODEL: "gpt-5.4-mini",
  };
  const product = await startProduct(variables);
  try {
    const [owner] = await seedProduct(product.database, variables);
    const ask = caller(product.url, headersOf(owner));
    const bundleId = await orderBundle(ask, counts);
    const texts = await watchTexts(product.url, owner, bundleId);
    const [begun, usedBefore] = [Date.now(), processorMs(product.processes)];
    await ask("POST", `/v1/bundles/${bundleId}/generation`);
    const startMs = Date.now() - begun;
    await untilEnded(ask, bundleId, patienceMs);
    const seconds = (Date.now() - begun) / 1000;
    const used = processorMs(product.processes) - usedBefore;
    texts.close();
    const all = async (query) => (await product.database.prepare(query).all()).results;
    const truth = await checkTruth(all, { bundleId, ordered: piecesIn(counts) });
    return {
      startMs,
      seconds,
      calls: model.calls.length,
      faults: model.calls.filter(({ fault }) => fault).length,
      processorMsAPiece: Math.round(used / piecesIn(counts)),
      overheadMs: summaryOf(await overheads(all, bundleId)),
      firstTextMs: summaryOf(texts.delays(model.calls)),
      ...truth,
    };
  } finally {
    await Promise.all([product.stop(), mail.stop(), model.stop()]);
  }
}

/** What a piece's job took beyond its model's call, where one try was enough. */
async function overheads(all, bundleId) {
  const rows =
    await all(`select jobs.completed_at - jobs.started_at - ai_generations.duration_ms as ms from jobs
    join ai_generations on ai_generations.piece_id = jobs.payload ->> 'pieceId'
    where jobs.payload ->> 'bundleId' = '${bundleId}' and jobs.type = 'bundles.write_piece' and jobs.attempts = 1
      and jobs.status = 'completed' and ai_generations.status = 'completed' and ai_generations.iterations = 1`);
  return rows.map(({ ms }) => ms);
}

function headersOf({ cookie, organizationId }) {
  return { cookie, "tributary-organization": organizationId, origin: "https://tributary.bench" };
}
