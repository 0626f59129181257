/**
 * What must hold of a bundle when it has ended, whatever happened on the way. Asks a database by `all(sql)`; answers
 * what it counted, and a sentence for everything that is not so.
 */
export async function checkTruth(all, { bundleId, ordered, before = { usage: 0, budgetMicros: 0 } }) {
  const counted = await countAll(all, bundleId);
  const facts = {
    ...counted,
    usage: counted.usage - before.usage,
    budgetMicros: counted.budgetMicros - before.budgetMicros,
  };
  const wrong = [];
  const expect = (holds, words) => holds || wrong.push(words);
  expect(["ready", "partial", "failed"].includes(facts.status), `the bundle is ${facts.status}`);
  expect(facts.pieces === ordered, `${facts.pieces} pieces of ${ordered}`);
  expect(
    facts.ready + facts.failed === ordered,
    `${facts.ready} ready and ${facts.failed} failed of ${ordered}`,
  );
  expect(facts.failedWithoutReason === 0, `${facts.failedWithoutReason} failed without a reason`);
  expect(
    facts.countedReady === facts.ready && facts.countedFailed === facts.failed,
    `the bundle counts ${facts.countedReady} and ${facts.countedFailed}`,
  );
  expect(facts.versions === facts.ready, `${facts.versions} versions of ${facts.ready} pieces`);
  expect(facts.versionedPieces === facts.versions, "a piece has two versions");
  expect(facts.paid === facts.ready, `${facts.paid} paid generations for ${facts.ready} pieces`);
  expect(facts.paidPieces === facts.paid, "a piece was paid for twice");
  expect(facts.costOfUnpaid === 0, `what failed cost ${facts.costOfUnpaid}`);
  expect(
    facts.costMicros === facts.costOfPaid,
    `the bundle cost ${facts.costMicros}, its pieces ${facts.costOfPaid}`,
  );
  expect(
    facts.committed === facts.ready && facts.held === 0,
    `${facts.committed} uses, ${facts.held} still held`,
  );
  expect(
    facts.usage === facts.committed && facts.reserved === 0,
    `the counter says ${facts.usage}, ${facts.reserved}`,
  );
  expect(facts.jobsLeft === 0, `${facts.jobsLeft} jobs are left`);
  expect(
    facts.budgetMicros === facts.costOfPaid + facts.promisedMicros,
    `the budget holds ${facts.budgetMicros}, not ${facts.costOfPaid} and ${facts.promisedMicros} promised`,
  );
  return { facts, wrong };
}

async function countAll(all, bundleId) {
  const [row] = await all(`
    with bundle as (select * from content_bundles where id = '${bundleId}'),
    piece as (select * from content_pieces where bundle_id = '${bundleId}'),
    version as (select * from content_versions where piece_id in (select id from piece)),
    generation as (select * from ai_generations where bundle_id = '${bundleId}'),
    use as (select * from usage_ledger where key in (select 'piece:' || id || ':' || run from piece))
    select (select status from bundle) as status,
      (select cost_micros from bundle) as costMicros,
      (select ready_count from bundle) as countedReady, (select failed_count from bundle) as countedFailed,
      (select count(*) from piece) as pieces,
      (select count(*) from piece where status = 'ready' and version_number = 1) as ready,
      (select count(*) from piece where status = 'failed') as failed,
      (select count(*) from piece where status = 'failed' and error_message is null) as failedWithoutReason,
      (select max(attempts) from piece) as mostAttempts, (select sum(attempts) from piece) as attempts,
      (select count(*) from version) as versions, (select count(distinct piece_id) from version) as versionedPieces,
      (select count(*) from generation where status = 'completed') as paid,
      (select count(distinct piece_id) from generation where status = 'completed') as paidPieces,
      (select coalesce(sum(cost_micros), 0) from generation where status = 'completed') as costOfPaid,
      (select coalesce(sum(cost_micros), 0) from generation where status <> 'completed') as costOfUnpaid,
      (select coalesce(sum(promised_micros), 0) from generation where status = 'processing') as promisedMicros,
      (select count(*) from generation where status = 'processing') as unsettled,
      (select count(*) from use where state = 'committed') as committed,
      (select count(*) from use where state = 'reserved') as held,
      (select month_micros from ai_budgets where organization_id = (select organization_id from bundle)) as budgetMicros,
      (select usage_count from user_usage_tracking where feature = 'generations' and period_start > 0
        and organization_id = (select organization_id from bundle)) as usage,
      (select reserved_count from user_usage_tracking where feature = 'generations' and period_start > 0
        and organization_id = (select organization_id from bundle)) as reserved,
      (select count(*) from jobs where type = 'bundles.write_piece' and status not in ('completed', 'failed')
        and payload ->> 'bundleId' = '${bundleId}') as jobsLeft`);
  return row;
}
