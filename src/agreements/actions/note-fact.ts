import { record, recordRefused, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { afterNominationWithdrawn, type Exclusion } from '../../rights/public.ts'
import {
  type Agreement,
  agreementById,
  agreementOn,
  factsOf,
  newestAgreement,
} from '../queries/agreements.ts'
import { isApprover, standingOf } from '../queries/standing.ts'
import { type Notable, type NoteProblem, whyNotNote } from '../rules/note.ts'
import type { AsWho, How, Standing } from '../types.ts'
import { writeFacts } from './write-facts.ts'

export type NewNote = {
  readonly reference: string
  readonly what: Notable
  /** The day on which it was so; for insurance and orders the first day. */
  readonly on: PlainDate
  readonly until?: PlainDate | null
  /** Who it comes from: who consents, withdraws or agrees; the insurer. */
  readonly by: string
  readonly how?: How
  /** For an exclusion: which order. */
  readonly order?: Exclusion | null
  readonly words?: string | null
}

/** What follows from a fact, by name: nothing happens by itself but that money may not be paid any more. */
export type Follows =
  | 'direct-payment-must-stop'
  | 'consider-stopping'
  | 'review-as-soon-as-reasonably-possible'

/**
 * Notes what happened after an agreement was prepared: consent given or taken back, a nominee who agrees or
 * whose
 * nomination was withdrawn, the body's agreement to the nominee, insurance, a court order. Says what must
 * follow
 * (V-10, V-24). Refuses with every reason of `whyNotNote`.
 */
export async function noteFact(
  doing: Doing,
  note: NewNote,
): Promise<Done<{ readonly follows: readonly string[] }, NoteProblem>> {
  const one = await inForce(doing, note.reference)
  if (one === null) return refused('agreement-not-found')
  const of = { organisation: one.organisation_id, person: one.person_id }
  const onBehalf = await whyNotOnBehalf(doing, one.person_id, 'sign')
  if (onBehalf.length > 0) {
    await recordRefused(doing, { happened: note.what, ...of, because: onBehalf.join(' ') })
    return refused(...onBehalf)
  }
  const standing = await standingOf(doing, of)
  const reasons = whyNotNote(await notingFacts(doing, { one, note, standing }))
  if (reasons.length > 0) return refused(...reasons)
  await writeFacts(doing, { id: one.id, ...of }, [
    {
      what: note.what,
      on: note.on,
      until: note.until ?? null,
      by: note.by.trim(),
      asWho: giverOf(note.what, standing, one),
      how: note.how ?? (standing === 'staff' ? 'paper' : 'online'),
      words: note.order ?? note.words ?? null,
    },
  ])
  await record(doing, {
    happened: note.what,
    ...of,
    to: one.id,
    details: { reference: one.reference, on: note.on, until: note.until ?? null },
  })
  return done({ follows: whatFollows(note.what) })
}

type At = { readonly one: Agreement; readonly note: NewNote; readonly standing: Standing }

async function notingFacts(doing: Doing, { one, note, standing }: At) {
  const facts = await factsOf(doing, one.id)
  return {
    what: note.what,
    standing,
    isApprover: isApprover(doing, one.organisation_id) || doing.actor.id === null,
    ownConsent: one.own_consent,
    holder: one.holder_kind,
    today: doing.today,
    on: note.on,
    until: note.until ?? null,
    by: note.by,
    order: note.order ?? null,
    consentedOn: one.consent_on,
    known: facts.some(
      fact =>
        fact.what === note.what && fact.on === note.on && fact.words === (note.order ?? note.words ?? null),
    ),
  }
}

async function inForce(doing: Doing, reference: string): Promise<Agreement | null> {
  const today = await agreementOn(doing, reference, doing.today)
  return today === null ? newestAgreement(doing, reference) : agreementById(doing, today.id)
}

function giverOf(what: Notable, standing: Standing, one: Agreement): AsWho {
  if (what === 'body-agreed-nominee') return 'body'
  if (what === 'nominee-agreed') return 'nominee'
  if (what === 'exclusion') return 'staff'
  if (what === 'employer-insurance') return 'holder'
  if (standing !== 'staff' && standing !== 'somebody-else') return standing
  return one.own_consent ? 'the-person' : 'representative'
}

function whatFollows(what: Notable): readonly string[] {
  if (what === 'consent-withdrawn') return ['direct-payment-must-stop'] satisfies readonly Follows[]
  return what === 'nominee-withdrawn' ? afterNominationWithdrawn().must : []
}
