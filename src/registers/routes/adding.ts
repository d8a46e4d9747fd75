import { look, type Route } from '../../access/public.ts'
import { stepPage } from '../../nhs/public.ts'
import { personShown, personStrip } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { caseToAdd, countNotOn, putOn } from '../actions/put-on.ts'
import { entryForm } from '../forms.ts'
import { EntryFields } from '../pages/yes-fields.tsx'
import { onListNow } from '../queries/entry.ts'
import { errorsOf } from './step.ts'
import { fieldOfYes } from './steps.ts'
import { nameOf, yesShows } from './yes.ts'

async function adding(doing: Doing, { at }: Asked) {
  const found = await caseToAdd(doing, at['reference'] ?? '')
  const who = found ? await personShown(doing, found.person) : null
  return found === null || who === null ? null : { found, who }
}
type Adding = NonNullable<Awaited<ReturnType<typeof adding>>>

async function page(doing: Doing, { found, who }: Adding, asked: Asked, errors: readonly FieldError[]) {
  const { person, reference } = found
  await look(doing, {
    page: 'register of people at risk',
    organisation: null,
    person,
    purpose: 'keeping the list',
  })
  return stepPage({
    title: 'Put on the list of people at risk of admission',
    button: 'Put on the list',
    back: `/cases/${reference}`,
    action: `/registers/additions/${reference}`,
    fields: EntryFields(await yesShows(doing, who, true)),
    typed: asked.form,
    errors,
    person: { ...personStrip(who, doing.today), href: `/cases/${reference}` },
  })
}

async function show(doing: Doing, asked: Asked): Promise<Answer> {
  const of = await adding(doing, asked)
  if (of === null) return notFound
  const already = await onListNow(doing, of.found.person)
  return already === null ? page(doing, of, asked, []) : `/registers/${already}`
}

const asksNobody = ({ form }: Asked): 'no-consent' | 'cannot-decide' | null => {
  if (form['saidBy'] !== 'nobody' || form['canDecide'] === undefined) return null
  return form['canDecide'] === 'no' ? 'cannot-decide' : 'no-consent'
}

/** Nobody said yes: nothing else that was typed is read or kept. */
async function nobody(doing: Doing, { found }: Adding, why: 'no-consent' | 'cannot-decide'): Promise<Answer> {
  const counted = await countNotOn(doing, { reference: found.reference, why })
  return counted.done ? '/registers?done=counted' : notAllowed
}

async function send(doing: Doing, asked: Asked): Promise<Answer> {
  const of = await adding(doing, asked)
  if (of === null) return notFound
  const why = asksNobody(asked)
  return why === null ? put(doing, asked, of) : nobody(doing, of, why)
}

async function put(doing: Doing, asked: Asked, of: Adding): Promise<Answer> {
  const read = entryForm(doing.today).read(asked.form)
  if (!read.ok) return page(doing, of, asked, read.errors)
  const { saidBy, ...value } = read.value
  if (saidBy === 'nobody') return page(doing, of, asked, errorsOf(['cannot-decide'], fieldOfYes))
  const name = nameOf({ ...value, saidBy }, of.who)
  const put = await putOn(doing, { ...value, saidBy, name, reference: of.found.reference })
  if (put.done) return `/registers/${put.value}?done=put-on`
  if (put.because.includes('not-allowed')) return notAllowed
  return page(doing, of, asked, errorsOf(put.because, fieldOfYes))
}

export const addingRoutes: readonly Route[] = [
  { at: 'GET /registers/additions/:reference', allow: 'registers.write', handle: show },
  { at: 'POST /registers/additions/:reference', allow: 'registers.write', handle: send },
]
