import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import { sendLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { accountLetter } from '../letters/account.ts'
import { type AccountRow, accountById, accountsOf } from '../queries/accounts.ts'
import { isFinance } from '../queries/standing.ts'
import { type AccountDecision, type DecideAccountProblem, whyNotDecide } from '../rules/account.ts'
import { here } from '../tables.ts'

/**
 * Approves an account, refuses it with the reason, or gives up one in use. Approving gives up the one that
 * was in use
 * for the same money until then; the holder is told by letter. Refuses with every reason of `whyNotDecide`:
 * among them
 * whoever is no finance officer of the ICB, whoever gave the account, and an account that does not meet the
 * conditions.
 */
export async function decideAccount(
  doing: Doing,
  decision: AccountDecision,
): Promise<Done<null, DecideAccountProblem>> {
  const account = await accountById(doing, decision.account)
  if (account === null) return refused('account-not-found')
  const reasons = whyNotDecide({
    decision: decision.decided,
    because: decision.because ?? '',
    mayApprove: isFinance(doing, account.organisation_id),
    gaveIt: account.given_by !== null && account.given_by === doing.actor.id,
    isApproved: account.approved_on !== null,
    isClosed: account.closed_on !== null,
    whose: account.whose,
    solePurpose: account.sole_purpose,
    auditable: account.auditable,
    othersUseIt: account.others_use_it,
    oneOff: account.one_off,
  })
  if (reasons.length > 0) return refused(...reasons)
  if (decision.decided === 'approved') await giveUpTheOneBefore(doing, account)
  await write(doing, account, decision)
  await sendLetter(doing, await accountLetter(doing, account, decision))
  return done(null)
}

const becauseReplaced = 'Another account was approved in its place'

async function giveUpTheOneBefore(doing: Doing, account: AccountRow): Promise<void> {
  const inUse = (await accountsOf(doing, account.reference)).filter(
    one =>
      one.approved_on !== null &&
      one.closed_on === null &&
      (one.whose === 'third-party') === (account.whose === 'third-party'),
  )
  for (const one of inUse)
    await write(doing, one, { account: one.id, decided: 'closed', because: becauseReplaced })
}

async function write(doing: Doing, account: AccountRow, decision: AccountDecision): Promise<void> {
  const because = decision.because?.trim() || null
  await here(doing)
    .db.insertInto('agreements.account_decision')
    .values({
      id: newId(),
      account_id: account.id,
      organisation_id: account.organisation_id,
      person_id: account.person_id,
      decided: decision.decided,
      because,
      decided_by: doing.actor.id,
      decided_on: doing.today,
    })
    .execute()
  await record(doing, {
    happened: `account-${decision.decided}`,
    organisation: account.organisation_id,
    person: account.person_id,
    to: account.id,
    because,
    details: { reference: account.reference },
  })
}
