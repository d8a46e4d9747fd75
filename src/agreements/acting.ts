import { refused } from '../kernel/answers.ts'
import { readId } from '../kernel/ids.ts'
import type { Doing } from '../platform/doing.ts'
import { type Answer, type Asked, type FieldError, notFound } from '../platform/route.ts'
import { decideAccount } from './actions/decide-account.ts'
import { giveAccount } from './actions/give-account.ts'
import { noteFact } from './actions/note-fact.ts'
import { prepareAgreement } from './actions/prepare.ts'
import { signForBody, signForPerson } from './actions/sign.ts'
import { accountForm, decisionForm, noteForm, paperForm, readSignature } from './forms.ts'
import { readPreparation } from './prepare-form.ts'
import { type AccountRow, accountById } from './queries/accounts.ts'
import { decideAccountSays, type GiveProblem, giveSays } from './rules/account.ts'
import { type NoteProblem, noteSays } from './rules/note.ts'
import { type PrepareReason, prepareSays } from './rules/prepare.ts'
import { type SignProblem, signSays } from './rules/sign.ts'
import type { DoneWord, InCase } from './showing.ts'
import { showAgreement } from './showing.ts'
import {
  linesToHold,
  showDeciding,
  showFacts,
  showGiving,
  showPreparation,
  showSigning,
} from './showing-forms.ts'
import type { AgreementId } from './types.ts'

const back = ({ found }: InCase, word: DoneWord): string => `/agreements/${found.reference}?done=${word}`

const errorsAt = <Reason extends string>(
  because: readonly Reason[],
  says: Readonly<Record<Reason, string>>,
  fields: Partial<Record<Reason, string>> & { readonly otherwise: string },
): readonly FieldError[] =>
  because.map(reason => ({ field: fields[reason] ?? fields.otherwise, says: says[reason] }))

/** That a caller asked for what they may not do stays in the record, though nothing else of the form does. */
const keepIfCaller = async (
  answer: Answer | Promise<Answer>,
  because: readonly string[],
): Promise<Answer> => {
  const page = await answer
  return because.includes('caller-may-not-do-this') && typeof page === 'object' && 'body' in page
    ? { ...page, keep: true }
    : page
}

const preparingSays = {
  ...prepareSays,
  'case-not-found': 'There is no such case',
  'not-yours-to-prepare': 'Only a case worker or team leader can prepare an agreement',
  'changed-meanwhile':
    'Somebody else prepared an agreement while your page was open. Nothing of what you sent was ' +
    'saved: go back and look',
} as const

const preparingAt: Partial<Record<PrepareReason, string>> & { readonly otherwise: string } = {
  otherwise: 'from-day',
  'exclusions-not-asked': 'orders',
  'excluded-from-direct-payment': 'orders',
  'holder-not-chosen': 'holder',
  'holder-not-found': 'holder',
  'child-cannot-hold': 'holder',
  'cannot-decide-for-themselves': 'holder',
  'can-decide-so-nominee': 'holder',
  'third-party-not-chosen': 'thirdParty',
  'consent-from-the-person': 'consented',
  'consent-from-representative': 'consented',
  'consent-in-the-future': 'consentOn-day',
  'more-than-five-items': 'items',
  'another-payment-in-the-year': 'paymentsInYear',
  'family-payment-needs-decision': 'family-because-1',
}

export async function prepare(doing: Doing, at: InCase, { form }: Asked): Promise<Answer> {
  const { lines } = await linesToHold(doing, at)
  const keys = lines.map(({ line_key }) => line_key)
  const read = readPreparation(form, { today: doing.today, lines: keys, child: at.child })
  if (!read.ok) return showPreparation(doing, at, { typed: form, errors: read.errors })
  const made = await prepareAgreement(doing, { reference: at.found.reference, ...read.value })
  if (made.done) return back(at, 'prepared')
  if (made.because.includes('not-yours-to-prepare')) return notFound
  const first = lines.find(line => form[`way-${line.line_key}`] !== line.way)?.line_key
  const fields = { ...preparingAt, 'reason-for-another-way': `because-${first ?? keys[0] ?? ''}` }
  return showPreparation(doing, at, { typed: form, errors: errorsAt(made.because, preparingSays, fields) })
}

const signingAt: Partial<Record<SignProblem, string>> & { readonly otherwise: string } = {
  otherwise: 'name',
  'not-everything-agreed': 'agreedTo',
  'signed-in-the-future': 'on-day',
  'signed-before-it-was-prepared': 'on-day',
}

/** The agreement that the page was drawn for, where it is still the newest of this case. */
const agreementIn = ({ form }: Asked, { newest }: InCase): AgreementId | null => {
  const id = readId<'agreement'>(String(form['agreement'] ?? ''))
  return id !== null && id === newest?.id ? id : null
}

const replaced: readonly FieldError[] = [{ field: 'name', says: signSays['replaced-meanwhile'] }]

export async function sign(doing: Doing, at: InCase, asked: Asked): Promise<Answer> {
  const { form } = asked
  const [agreement, read] = [agreementIn(asked, at), readSignature(form)]
  const again = (errors: readonly FieldError[]) =>
    showSigning(doing, at, { onPaper: false, wrong: { typed: form, errors } })
  if (agreement === null) return again(replaced)
  if (!read.ok) return again(read.errors)
  const signed = await signForPerson(doing, { agreement, ...read.value })
  if (signed.done) return back(at, 'signed')
  return keepIfCaller(again(errorsAt(signed.because, signSays, signingAt)), signed.because)
}

export async function signOnPaper(doing: Doing, at: InCase, asked: Asked): Promise<Answer> {
  const { form } = asked
  const [agreement, read] = [agreementIn(asked, at), paperForm(doing.today).read(form)]
  const again = (errors: readonly FieldError[]) =>
    showSigning(doing, at, { onPaper: true, wrong: { typed: form, errors } })
  if (agreement === null) return again(replaced)
  if (!read.ok) return again(read.errors)
  const agreedTo = (at.newest?.conditions ?? []).map(({ key }) => key)
  const signed = await signForPerson(doing, { agreement, onPaper: true, agreedTo, ...read.value })
  if (signed.done) return back(at, 'signed')
  return keepIfCaller(again(errorsAt(signed.because, signSays, signingAt)), signed.because)
}

/**
 * Signing for the NHS has no field of its own: what stands against it is said at the top of the agreement.
 */
export async function signAsBody(doing: Doing, at: InCase, asked: Asked): Promise<Answer> {
  const agreement = agreementIn(asked, at)
  const signed =
    agreement === null ? refused('replaced-meanwhile' as const) : await signForBody(doing, { agreement })
  if (signed.done) return back(at, 'signed')
  const page = await showAgreement(doing, at, asked)
  const errors = errorsAt<SignProblem>(signed.because, signSays, { otherwise: 'maincontent' })
  return typeof page === 'object' && 'body' in page ? { ...page, status: 422, errors } : page
}

const givingSays = {
  ...giveSays,
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
} as const
const givingAt: Partial<Record<GiveProblem, string>> & { readonly otherwise: string } = {
  otherwise: 'name',
  'account-of-somebody-else': 'whose',
  'numbers-do-not-fit': 'sortCode',
  'given-already': 'accountNumber',
}

export async function give(doing: Doing, at: InCase, { form }: Asked): Promise<Answer> {
  const read = accountForm.read(form)
  if (!read.ok) return showGiving(doing, at, { typed: form, errors: read.errors })
  const given = await giveAccount(doing, { reference: at.found.reference, ...read.value })
  if (given.done) return back(at, given.value.checked === 'passes' ? 'account' : 'unchecked')
  const errors = errorsAt(given.because, givingSays, givingAt)
  return keepIfCaller(showGiving(doing, at, { typed: form, errors }), given.because)
}

/** The account of an address, in the case of that address; null where it is not there or not to be seen. */
export async function accountAt(doing: Doing, at: InCase, asked: Asked): Promise<AccountRow | null> {
  const id = readId<'bank account'>(asked.at['account'] ?? '')
  const account = id === null ? null : await accountById(doing, id)
  return account?.reference === at.found.reference ? account : null
}

export async function decide(doing: Doing, at: InCase, asked: Asked): Promise<Answer> {
  const account = await accountAt(doing, at, asked)
  if (account === null) return notFound
  const { form } = asked
  const again = (errors: readonly FieldError[]) =>
    showDeciding(doing, at, { account, wrong: { typed: form, errors } })
  const read = decisionForm.read(form)
  if (!read.ok) return again(read.errors)
  const { decided, because } = read.value
  const made = await decideAccount(doing, { account: account.id, decided, because: because ?? '' })
  if (made.done) return back(at, 'decided')
  return again(
    made.because.map(reason => ({
      field: reason === 'reason-missing' ? 'because' : 'decided',
      says: decideAccountSays(reason),
    })),
  )
}

const notingAt: Partial<Record<NoteProblem, string>> & { readonly otherwise: string } = {
  otherwise: 'what',
  'in-the-future': 'on-day',
  'ends-before-it-begins': 'until-day',
  'name-missing': 'by',
  'order-missing': 'order',
}

export async function note(doing: Doing, at: InCase, { form }: Asked): Promise<Answer> {
  const read = noteForm(doing.today).read(form)
  if (!read.ok) return showFacts(doing, at, { typed: form, errors: read.errors })
  const noted = await noteFact(doing, { reference: at.found.reference, ...read.value })
  if (!noted.done) {
    const errors = errorsAt(noted.because, noteSays, notingAt)
    return keepIfCaller(showFacts(doing, at, { typed: form, errors }), noted.because)
  }
  const { follows } = noted.value
  if (follows.includes('direct-payment-must-stop')) return back(at, 'must-stop')
  return back(at, follows.includes('consider-stopping') ? 'consider-stopping' : 'noted')
}
