import { may, type Route } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { day, form, one, text } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { drawSample, endFlag, lookSays } from '../actions/look-closely.ts'
import { lookingPage } from '../pages/looking.tsx'
import { flagsOf, lookingOf, sampledLines, samplesOf } from '../queries/monitoring.ts'
import type { FlagId } from '../types.ts'
import { lineNames, seen } from './seeing.ts'

const doneSays: Readonly<Record<string, string>> = {
  drawn: 'The payments are drawn. The family sees which ones, and why.',
  settled: 'Settled. The family reads what you found.',
}

async function page(doing: Doing, asked: Asked, errors: readonly FieldError[]): Promise<Answer> {
  const found = await seen(doing, asked, 'looking')
  if (found === null) return notFound
  const { budget, payees } = found
  return lookingPage({
    reference: budget.reference,
    looking: await lookingOf(doing, budget),
    flags: await flagsOf(doing, budget),
    samples: await samplesOf(doing, budget),
    lines: await sampledLines(doing, budget),
    names: await lineNames(doing, budget),
    mayLook: may(doing, 'bank.monitor'),
    payees,
    typed: asked.form,
    errors,
    done: errors.length > 0 ? undefined : doneSays[one(asked.query, 'done')],
    ...found.strip,
  })
}

const days = form({
  from: day({ missing: 'Enter the first day', called: 'The first day' }),
  until: day({ missing: 'Enter the last day', called: 'The last day' }),
})

async function draw(doing: Doing, asked: Asked): Promise<Answer> {
  const read = days.read(asked.form)
  if (!read.ok) return page(doing, asked, read.errors)
  const reference = asked.at['reference'] ?? ''
  const sample = await drawSample(doing, { reference, ...read.value })
  if (sample.done) return `/bank/${reference}/looking?done=drawn`
  if (sample.because.includes('not-allowed')) return notAllowed
  const errors = sample.because.map(because => ({ field: 'until', says: lookSays[because] }))
  return page(doing, asked, errors)
}

const finding = form({
  found: text({ missing: 'Write what you found', most: 1000, called: 'What you found' }),
})

async function settle(doing: Doing, asked: Asked): Promise<Answer> {
  const flag = readId<'bank flag'>(asked.at['flag'] ?? '') as FlagId | null
  const read = finding.read(asked.form)
  if (flag === null) return notFound
  const at = (errors: readonly FieldError[]) => errors.map(({ says }) => ({ field: `found-${flag}`, says }))
  if (!read.ok) return page(doing, asked, at(read.errors))
  const reference = asked.at['reference'] ?? ''
  const ended = await endFlag(doing, { reference, flag, found: read.value.found })
  if (ended.done) return `/bank/${reference}/looking?done=settled`
  return ended.because.includes('not-allowed') ? notAllowed : notFound
}

export const lookingRoutes: readonly Route[] = [
  {
    at: 'GET /bank/:reference/looking',
    allow: 'bank.read',
    handle: (doing, asked) => page(doing, asked, []),
  },
  { at: 'POST /bank/:reference/samples', allow: 'bank.monitor', handle: draw },
  { at: 'POST /bank/:reference/flags/:flag/ending', allow: 'bank.monitor', handle: settle },
]
