/**
 * What must hold when all were answered: everybody once, with their own words, as one lead, one fact and one job. Asks a
 * database by `all(sql)`; answers what it counted, and a sentence for everything that is not so.
 */
export async function checkTruth(all, { formId, count, answered }) {
  const facts = {
    answered: answered.length,
    answeredAndKept: await countKept(all, formId, answered),
    ...(await countAll(all, formId)),
  };
  const wrong = [];
  const expect = (holds, words) => holds || wrong.push(words);
  expect(facts.answered === count, `${facts.answered} of ${count} were answered`);
  expect(
    facts.answeredAndKept === facts.answered,
    `${facts.answered - facts.answeredAndKept} were answered and are not there`,
  );
  expect(facts.submissions === count, `${facts.submissions} submissions of ${count}`);
  expect(facts.kept === count, `${count - facts.kept} were taken for spam`);
  expect(facts.senders === count, `${facts.senders} senders of ${count}`);
  expect(facts.lastNumber === count, `the last has the number ${facts.lastNumber}`);
  expect(facts.leads === count, `${facts.leads} leads of ${count}`);
  expect(facts.ownLeads === count, `${count - facts.ownLeads} submissions lead to somebody else`);
  expect(facts.facts === count, `${facts.facts} facts of ${count}`);
  expect(facts.jobs === count, `${facts.jobs} jobs of ${count}`);
  expect(facts.failedJobs === 0, `${facts.failedJobs} jobs failed`);
  return { facts, wrong };
}

/** How many of these are there: under the id that was answered, with the address that was sent. */
export async function countKept(all, formId, answered) {
  const rows = await all(
    `select id, answers ->> 'email' as email from form_submissions where form_id = '${formId}' and state = 'kept'`,
  );
  const kept = new Map(rows.map(({ id, email }) => [id, email]));
  return answered.filter(({ id, email }) => kept.get(id) === email).length;
}

async function countAll(all, formId) {
  const [row] = await all(`
    with submission as (select * from form_submissions where form_id = '${formId}'),
    job as (select * from jobs where type = 'submissions.follow_up' and payload ->> 'formId' = '${formId}')
    select (select count(*) from submission) as submissions,
      (select count(*) from submission where state = 'kept') as kept,
      (select count(distinct answers ->> 'email') from submission) as senders,
      (select max(number) from submission) as lastNumber,
      (select count(*) from leads where form_id = '${formId}') as leads,
      (select count(*) from submission join leads on leads.organization_id = submission.organization_id
        and leads.id = submission.lead_id and leads.email = submission.answers ->> 'email') as ownLeads,
      (select count(*) from facts where type = 'submission.received'
        and subject_id in (select id from submission)) as facts,
      (select count(*) from job) as jobs,
      (select count(*) from job where status = 'failed') as failedJobs`);
  return row;
}
