import { isStaff, look, may } from '../access/public.ts'
import { ageOn } from '../kernel/days.ts'
import { personShown, personStrip } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { type Answer, type Asked, notFound, type Page } from '../platform/route.ts'
import { type Case, caseOf } from '../requests/public.ts'
import { agreementPage } from './pages/agreement.tsx'
import { accountsOf, seesBank } from './queries/accounts.ts'
import {
  type Agreement,
  agreementById,
  agreementOn,
  endingOf,
  factsOf,
  newestAgreement,
} from './queries/agreements.ts'
import { heldFacts } from './queries/held.ts'
import { isApprover, isFinance, isOffice, standingOf } from './queries/standing.ts'
import { mayGive } from './rules/account.ts'
import { firstDayHeld } from './rules/held.ts'
import { dayToAsk, whatIsMissing } from './rules/missing.ts'
import type { Standing } from './types.ts'

/**
 * A case as a page of this module begins: whose it is, what the reader is in it, the agreement that counts.
 */
export type InCase = {
  readonly found: Case
  readonly strip: NonNullable<Page['person']>
  readonly standing: Standing
  readonly child: boolean
  /** The newest agreement: the one to sign; null where there is none to see. */
  readonly newest: Agreement | null
  readonly bank: boolean
}

/** Finds the case and writes down the look; not found for whoever may not see it. */
export async function inCase(
  doing: Doing,
  asked: Asked,
  show: (at: InCase) => Promise<Answer> | Answer,
): Promise<Answer> {
  const found = await caseOf(doing, asked.at['reference'] ?? '')
  const person = found === null ? null : await personShown(doing, found.person)
  if (found === null || person === null) return notFound
  const page = `agreement: ${asked.address.split('?')[0]?.split('/')[3] ?? 'overview'}`
  await look(doing, { page, organisation: found.organisation, person: found.person, to: found.request })
  return show({
    found,
    strip: { ...personStrip(person, doing.today), href: `/cases/${found.reference}` },
    standing: await standingOf(doing, found),
    child: person.bornOn !== null && ageOn(person.bornOn, doing.today) < 16,
    newest: await newestAgreement(doing, found.reference),
    bank: await seesBank(doing, found),
  })
}

const done = {
  prepared: 'The agreement is prepared. Both sides can read and sign it now.',
  signed: 'The signature is written down.',
  account: 'We have the account. A finance officer decides about it next.',
  unchecked:
    'We have the account. The numbers could not be checked, because our table does not know the ' +
    'sort code. A finance officer looks at it next.',
  decided: 'Your decision about the account is written down, and the holder is told by letter.',
  noted: 'It is written down.',
  'must-stop':
    'It is written down. The direct payment must stop now: end it and arrange the care another way.',
  'consider-stopping':
    'It is written down. Nothing stops by itself: consider if the payment should stop, and review' +
    ' the plan as soon as you reasonably can.',
} as const
export type DoneWord = keyof typeof done
const isDone = (word: unknown): word is DoneWord => typeof word === 'string' && word in done

/** A reader who sees the money and no bank details is told nothing about the account (V-50). */
const readsAccounts = ({ bank }: InCase, given: boolean): boolean => bank || given

/** The page of an agreement: how it is held, by whom, on which conditions, and what is still missing. */
export async function showAgreement(doing: Doing, at: InCase, asked: Asked): Promise<Answer> {
  const { found, newest } = at
  if (newest === null && at.standing === 'somebody-else' && !isStaff(doing.actor)) return notFound
  const inForce = await agreementOn(doing, found.reference, doing.today)
  const current = inForce === null ? newest : await agreementById(doing, inForce.id)
  const day = dayToAsk(doing.today, current?.from_on ?? null)
  const held = await heldFacts(doing, found.reference, day)
  const accounts = await accountsOf(doing, found.reference)
  const seesAccounts = readsAccounts(at, accounts.length > 0)
  const missing = held === null ? [] : whatIsMissing(held, day)
  const said = asked.query['done']
  return agreementPage({
    found,
    strip: at.strip,
    today: doing.today,
    current,
    waiting: newest !== null && newest.id !== current?.id ? newest : null,
    facts: current === null ? [] : await factsOf(doing, current.id),
    ending: await endingOf(doing, found.reference),
    accounts,
    seesAccounts,
    missing: missing.filter(({ reason }) => seesAccounts || !reason.startsWith('account-')),
    day,
    flowsFrom: held === null || !seesAccounts ? null : firstDayHeld(held, day),
    may: {
      prepare: isOffice(doing, found.organisation),
      signForBody: isApprover(doing, found.organisation) && may(doing, 'agreements.sign'),
      sign: mySignature(at, newest),
      give: newest !== null && mayGive(at.standing, newest.holder_kind),
      decide: isFinance(doing, found.organisation),
      note: at.standing !== 'somebody-else',
    },
    ...(isDone(said) ? { done: done[said] } : {}),
  })
}

/** Is it the reader whose signature is awaited on line? */
const mySignature = ({ standing }: InCase, newest: Agreement | null): boolean =>
  newest !== null &&
  newest.signed_by_person_on === null &&
  (newest.own_consent ? standing === 'the-person' : standing === 'parent' || standing === 'representative')
