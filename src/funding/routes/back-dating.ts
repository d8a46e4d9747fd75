import type { Route } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import type { LineKey } from '../../needs/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Read } from '../../platform/forms.ts'
import { type Answer, notFound, type Typed } from '../../platform/route.ts'
import { backDate, type Changed, type ChangeProblem } from '../actions/back-date.ts'
import { backDatingForm, newRateForm, newUnitsForm } from '../forms.ts'
import { backDatingPage, previewPage } from '../pages/back-dating.tsx'
import { paidLines } from '../queries/paid-lines.ts'
import { backDatingSays, type Change } from '../rules/back-dated.ts'
import { type Funded, ownBody } from '../showing.ts'
import { inBudget, nothingWrong, type Wrong } from './sharing.ts'

const says = {
  ...backDatingSays,
  'no-such-line': 'Choose a line of the plan in force',
  'nothing-said': 'Say why it changes',
  'not-posted': 'The ledger did not take it. Nothing was posted',
} as const satisfies Record<ChangeProblem, string>

type Typing = { readonly key: LineKey; readonly because: string; readonly change: Change }

/** The change as typed; a rate or a number of units is asked only where that is what changes. */
function readChange(typed: Typed, doing: Doing): Read<Typing> {
  const read = backDatingForm(doing.today).read(typed)
  const kind = typed['kind']
  const rate = kind === 'rate' ? newRateForm.read(typed) : null
  const units = kind === 'need' ? newUnitsForm.read(typed) : null
  const errors = [read, rate, units].flatMap(one => (one === null || one.ok ? [] : one.errors))
  if (!read.ok || errors.length > 0) return { ok: false, errors }
  const { from, because, line } = read.value
  const change: Change = rate?.ok
    ? { kind: 'rate', from, rate: rate.value.rate }
    : units?.ok
      ? { kind: 'need', from, units: units.value.units }
      : { kind: 'start', from }
  return { ok: true, value: { key: line as LineKey, because, change } }
}

async function showForm(doing: Doing, funded: Funded, wrong: Wrong = nothingWrong): Promise<Answer> {
  if (ownBody(doing) !== funded.lead) return notFound
  const { reference, strip: person } = funded
  return backDatingPage({ reference, person, lines: await paidLines(doing, reference), ...wrong })
}

/** Does the change, and answers with what `shows` makes of it: a page rolls everything back. */
async function change(
  doing: Doing,
  funded: Funded,
  { typed, shows }: { readonly typed: Typed; readonly shows: (changed: Changed) => Answer },
): Promise<Answer> {
  if (ownBody(doing) !== funded.lead) return notFound
  const read = readChange(typed, doing)
  if (!read.ok) return showForm(doing, funded, { typed, errors: read.errors })
  const { reference, lead: organisation, person } = funded
  const did: Done<Changed, ChangeProblem> = await backDate(doing, {
    reference,
    organisation,
    person,
    ...read.value,
  })
  if (did.done) return shows(did.value)
  const errors = did.because.map(reason => ({ field: 'from-day', says: says[reason] }))
  return showForm(doing, funded, { typed, errors })
}

const kept = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'once' && name !== '_csrf'))

const preview = (doing: Doing, funded: Funded, typed: Typed): Promise<Answer> =>
  change(doing, funded, {
    typed,
    shows: changed =>
      previewPage({ reference: funded.reference, person: funded.strip, typed: kept(typed), changed }),
  })

export const backDatingRoutes: readonly Route[] = [
  {
    at: 'GET /funding/:reference/back-dating',
    allow: 'funding.back-date',
    handle: (doing, asked) => inBudget(doing, asked, funded => showForm(doing, funded)),
  },
  {
    at: 'POST /funding/:reference/back-dating/preview',
    allow: 'funding.back-date',
    handle: (doing, asked) => inBudget(doing, asked, funded => preview(doing, funded, asked.form)),
  },
  {
    at: 'POST /funding/:reference/back-dating',
    allow: 'funding.back-date',
    handle: (doing, asked) =>
      inBudget(doing, asked, funded =>
        change(doing, funded, { typed: asked.form, shows: () => `/funding/${funded.reference}` }),
      ),
  },
]
