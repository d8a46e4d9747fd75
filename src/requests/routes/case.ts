import type { Route } from '../../access/public.ts'
import { plainDate } from '../../kernel/days.ts'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { openFile } from '../../platform/files.ts'
import { choice, day, form, one, optionalText, text } from '../../platform/forms.ts'
import { type Answer, type Asked, notFound } from '../../platform/route.ts'
import { addEvidence } from '../actions/add-evidence.ts'
import { allocate, allocateSays, take } from '../actions/take.ts'
import { withdraw, withdrawSays } from '../actions/withdraw.ts'
import { withdrawalPage } from '../pages/withdrawal.tsx'
import { evidenceKindNames } from '../say.ts'
import { fileOf, seen, showCase } from './seeing.ts'

const doneSays: Readonly<Record<string, string>> = {
  decided: 'Decided. The letter is sent.',
  taken: 'This case is yours now.',
  allocated: 'The case is allocated.',
  evidence: 'The evidence is added.',
  again: 'Sent. You will have the answer in writing.',
  answered: 'Answered. The letter is sent.',
  withdrawn: 'The request is withdrawn.',
}

const show = (doing: Doing, asked: Asked): Promise<Answer> => {
  const done = doneSays[one(asked.query, 'done')]
  return showCase(doing, asked, done === undefined ? {} : { done })
}

async function taking(doing: Doing, asked: Asked): Promise<Answer> {
  const reference = asked.at['reference'] ?? ''
  const taken = await take(doing, reference)
  if (taken.done) return `/requests/${taken.value.reference}?done=taken`
  if (taken.because.includes('case-not-found')) return notFound
  const errors = taken.because.map(reason => ({ field: 'worker', says: allocateSays[reason] }))
  return showCase(doing, asked, { errors, status: 409 })
}

async function allocation(doing: Doing, asked: Asked): Promise<Answer> {
  const to = readId<'actor'>(one(asked.form, 'worker'))
  if (to === null)
    return showCase(doing, asked, { errors: [{ field: 'worker', says: 'Choose a colleague' }] })
  const given = await allocate(doing, { reference: asked.at['reference'] ?? '', to })
  // Whoever gives a case away may no longer see it.
  if (given.done) return '/requests'
  if (given.because.includes('case-not-found')) return notFound
  return showCase(doing, asked, {
    errors: given.because.map(reason => ({ field: 'worker', says: allocateSays[reason] })),
  })
}

const evidenceForm = (today: Doing['today']) =>
  form({
    kind: choice(evidenceKindNames, 'Choose what it is'),
    dated: day({
      missing: 'Enter its date',
      called: 'The date',
      from: plainDate('1990-01-01'),
      until: today,
      tooLate: 'The date must be today or in the past',
    }),
    note: text({ missing: 'Say what it says, in a sentence', most: 2000, called: 'What it says' }),
  })

async function evidence(doing: Doing, asked: Asked): Promise<Answer> {
  const read = evidenceForm(doing.today).read(asked.form)
  const { file, errors } = fileOf(asked, 'file')
  if (!read.ok || errors.length > 0)
    return showCase(doing, asked, { typed: asked.form, errors: [...(read.ok ? [] : read.errors), ...errors] })
  const { kind, dated, note } = read.value
  const reference = asked.at['reference'] ?? ''
  const added = await addEvidence(doing, { reference, kind, datedOn: dated, note, file })
  if (added.done) return `/requests/${reference}/decision`
  if (added.because.includes('case-not-found')) return notFound
  return showCase(doing, asked, {
    errors: [{ field: 'note', says: 'The request was withdrawn' }],
    status: 409,
  })
}

async function showWithdrawal(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'withdrawal')
  return found === null ? notFound : withdrawalPage({ ...found, typed: {}, errors: [] })
}

const withdrawalForm = form({ because: optionalText({ most: 1000, called: 'The reason' }) })

async function withdrawal(doing: Doing, asked: Asked): Promise<Answer> {
  const read = withdrawalForm.read(asked.form)
  const found = await seen(doing, asked, 'withdrawal')
  if (found === null) return notFound
  const shows = { ...found, typed: asked.form }
  if (!read.ok) return withdrawalPage({ ...shows, errors: read.errors })
  const reference = found.one.reference
  const withdrawn = await withdraw(doing, { reference, because: read.value.because ?? '' })
  if (withdrawn.done) return `/requests/${reference}?done=withdrawn`
  const errors = withdrawn.because.map(reason => ({ field: 'because', says: withdrawSays[reason] }))
  return { ...withdrawalPage({ ...shows, errors }), status: 409 }
}

async function file(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'file')
  const id = readId<'file'>(asked.at['file'] ?? '')
  const known = found && [...found.facts.evidence, ...found.facts.again].some(({ file_id }) => file_id === id)
  return id !== null && known ? ((await openFile(doing, id)) ?? notFound) : notFound
}

export const caseRoutes: readonly Route[] = [
  { at: 'GET /requests/:reference', allow: 'requests.read', handle: show },
  { at: 'POST /requests/:reference/taking', allow: 'requests.take', handle: taking },
  { at: 'POST /requests/:reference/allocation', allow: 'requests.take', handle: allocation },
  { at: 'POST /requests/:reference/evidence', allow: 'requests.decide', handle: evidence },
  { at: 'GET /requests/:reference/withdrawal', allow: 'requests.withdraw', handle: showWithdrawal },
  { at: 'POST /requests/:reference/withdrawal', allow: 'requests.withdraw', handle: withdrawal },
  { at: 'GET /requests/:reference/files/:file', allow: 'requests.read', handle: file },
]
