import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { sayProblem } from '../../ledger/public.ts'
import { sendLetter } from '../../notices/public.ts'
import { personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { endingLetters } from '../letters/ending.ts'
import { type Agreement, agreementById, agreementOn, newestAgreement } from '../queries/agreements.ts'
import { isApprover } from '../queries/standing.ts'
import { type End, type EndProblem, endGrounds, whyNotEnd } from '../rules/ending.ts'
import { here } from '../tables.ts'
import { releaseAfter } from './allocate.ts'

export type Ended = {
  readonly letters: readonly string[]
  /** What was set aside for later days and went back to the fund. */
  readonly released: Pence
}

/**
 * Ends how a budget is held, with notice and reasons: letters to the patient and to a representative or
 * nominee, to
 * the personal representatives where the person died. Notice is at least what was agreed, unless the law
 * says that
 * it must stop, or on a death, or where the person asked (V-24). Refuses with every reason of `whyNotEnd`,
 * whoever is
 * no approver, and a second end.
 */
export async function endAgreement(
  doing: Doing,
  asked: Omit<End, 'noticeOn'> & { readonly noticeOn?: PlainDate },
): Promise<Done<Ended, EndProblem>> {
  const end = { ...asked, noticeOn: asked.noticeOn ?? doing.today }
  const one = await inForce(doing, end.reference)
  if (one === null) return refused('agreement-not-found')
  if (doing.actor.id !== null && !isApprover(doing, one.organisation_id)) return refused('role-may-not-end')
  if (one.ends_on !== null) return refused('has-ended')
  if (!endGrounds.includes(end.ground)) return refused('ground-not-known')
  const reasons = whyNotEnd({
    today: doing.today,
    ends: end.on,
    ground: end.ground,
    because: end.because,
    noticeOn: end.noticeOn,
    noticeDays: one.notice_days,
    from: one.from_on,
    diedOn: (await personShown(doing, one.person_id))?.diedOn ?? null,
  })
  if (reasons.length > 0) return refused(...reasons)
  await write(doing, one, end)
  const released = await release(doing, one, end)
  const letters: string[] = []
  for (const letter of await endingLetters(doing, one, end))
    letters.push((await sendLetter(doing, letter)).id)
  return done({ letters, released })
}

/** The agreement that counts today, else the newest one, such as one that begins later. */
async function inForce(doing: Doing, reference: string): Promise<Agreement | null> {
  const today = await agreementOn(doing, reference, doing.today)
  return today === null ? newestAgreement(doing, reference) : agreementById(doing, today.id)
}

async function write(doing: Doing, one: Agreement, end: End): Promise<void> {
  const of = { reference: one.reference, organisation_id: one.organisation_id, person_id: one.person_id }
  await here(doing)
    .db.insertInto('agreements.ending')
    .values({
      id: newId(),
      ...of,
      ends_on: end.on,
      ground: end.ground,
      because: end.because.trim(),
      notice_on: end.noticeOn,
      decided_by: doing.actor.id,
      decided_on: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'agreement-ended',
    organisation: one.organisation_id,
    person: one.person_id,
    to: one.id,
    because: end.ground,
    details: { reference: one.reference, on: end.on, noticeOn: end.noticeOn },
  })
}

async function release(doing: Doing, one: Agreement, end: End): Promise<Pence> {
  if (one.signed_by_person_on === null || one.signed_by_body_on === null) return nothing
  const given = await releaseAfter(doing, one, {
    lastDay: end.on,
    because: 'The agreement ends: what was set aside for later days is given back',
    key: `agreement:${one.id}:ended`,
  })
  if (!given.done) throw new Error(given.because.map(sayProblem).join('; '))
  return given.value
}
