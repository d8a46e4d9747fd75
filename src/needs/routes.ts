import type { Route } from '../access/public.ts'
import { readId } from '../kernel/ids.ts'
import type { Doing } from '../platform/doing.ts'
import { type Answer, type Asked, notFound, type Typed } from '../platform/route.ts'
import { assess } from './actions/assess.ts'
import { answerDoubt, raiseDoubt } from './actions/doubt.ts'
import { showToFamily } from './actions/show.ts'
import { keepSum } from './actions/work-out.ts'
import { writeSupport } from './actions/write-support.ts'
import { answerForm, doubtForm, readAssessment, readSupport, removalForm, sumForm } from './forms.ts'
import { rateRoutes } from './rate-routes.ts'
import { problemSays } from './says.ts'
import {
  domainsOf,
  inCase,
  showAgain,
  showAssessment,
  showKeeping,
  showSum,
  showSupport,
  type WithCase,
} from './showing.ts'
import type { LineKey } from './types.ts'

async function changeSupport(
  doing: Doing,
  at: WithCase,
  { form, line }: { form: Typed; line: LineKey | null },
): Promise<Answer> {
  const read = readSupport(form)
  if (!read.ok)
    return showSupport(doing, at, { wrong: { typed: form, errors: read.errors }, line: line ?? '' })
  const wrote = await writeSupport(doing, {
    reference: at.reference,
    seen: read.value.seen,
    change: { put: read.value.line, at: line },
  })
  if (wrote.done) return `/needs/${at.reference}/support`
  const errors = wrote.because.map(because => ({ field: 'says', says: problemSays[because] }))
  return showSupport(doing, at, { wrong: { typed: form, errors }, line: line ?? '' })
}

async function keep(doing: Doing, at: WithCase, form: Typed): Promise<Answer> {
  const read = sumForm(doing.today).read(form)
  if (!read.ok) return showKeeping(doing, at, { typed: form, errors: read.errors })
  const kept = await keepSum(doing, { reference: at.reference, ...read.value })
  if (kept.done) return `/needs/${at.reference}`
  return showKeeping(doing, at, {
    typed: form,
    errors: kept.because.map(because => ({
      field: because === 'warnings-need-a-reason' ? 'because' : 'kind',
      says: problemSays[because],
    })),
  })
}

async function doubt(doing: Doing, at: WithCase, form: Typed): Promise<Answer> {
  const read = doubtForm.read(form)
  if (!read.ok) return showSum(doing, at, { wrong: { typed: form, errors: read.errors } })
  return (await raiseDoubt(doing, { reference: at.reference, words: read.value.words })).done
    ? `/needs/${at.reference}`
    : notFound
}

async function answer(doing: Doing, at: WithCase, asked: Asked): Promise<Answer> {
  const [read, id] = [answerForm.read(asked.form), readId(asked.at['doubt'] ?? '')]
  if (id === null) return notFound
  if (!read.ok) return showSum(doing, at, { wrong: { typed: asked.form, errors: read.errors } })
  return (await answerDoubt(doing, { doubt: id, answer: read.value.answer })).done
    ? `/needs/${at.reference}`
    : notFound
}

async function takeOut(doing: Doing, at: WithCase, asked: Asked): Promise<Answer> {
  const read = removalForm.read(asked.form)
  if (!read.ok) return showSupport(doing, at, { wrong: { typed: {}, errors: read.errors } })
  const remove = (asked.at['line'] ?? '') as LineKey
  const wrote = await writeSupport(doing, {
    reference: at.reference,
    seen: read.value.seen,
    change: { remove },
  })
  if (wrote.done) return `/needs/${at.reference}/support`
  const errors = wrote.because.map(because => ({ field: 'says', says: problemSays[because] }))
  return showSupport(doing, at, { wrong: { typed: {}, errors } })
}

async function writeAssessment(doing: Doing, at: WithCase, form: Typed): Promise<Answer> {
  const read = readAssessment(form, {
    domains: await domainsOf(doing, at.found),
    today: doing.today,
  })
  if (!read.ok) return showAssessment(doing, at, { typed: form, errors: read.errors })
  const wrote = await assess(doing, { reference: at.reference, ...read.value })
  return wrote.done ? `/needs/${at.reference}/assessment` : notFound
}

async function showing(doing: Doing, at: WithCase, version: string): Promise<Answer> {
  if (!/^\d{1,6}$/.test(version)) return notFound
  const shown = await showToFamily(doing, { reference: at.reference, version: Number(version) })
  return shown.done || shown.because.includes('shown-before') ? `/needs/${at.reference}` : notFound
}

export const routes: readonly Route[] = [
  ...rateRoutes,
  {
    at: 'GET /needs/:reference',
    allow: 'needs.read',
    handle: (doing, asked) => inCase(doing, asked, at => showSum(doing, at, { query: asked.query })),
  },
  {
    at: 'GET /needs/:reference/assessment',
    allow: 'needs.read',
    handle: (doing, asked) => inCase(doing, asked, at => showAssessment(doing, at)),
  },
  {
    at: 'POST /needs/:reference/assessment',
    allow: 'needs.assess',
    handle: (doing, asked) => inCase(doing, asked, at => writeAssessment(doing, at, asked.form)),
  },
  {
    at: 'GET /needs/:reference/support',
    allow: 'needs.assess',
    handle: (doing, asked) =>
      inCase(doing, asked, at => showSupport(doing, at, { line: String(asked.query['line'] ?? '') })),
  },
  {
    at: 'POST /needs/:reference/support',
    allow: 'needs.assess',
    handle: (doing, asked) =>
      inCase(doing, asked, at => changeSupport(doing, at, { form: asked.form, line: null })),
  },
  {
    at: 'POST /needs/:reference/support/:line',
    allow: 'needs.assess',
    handle: (doing, asked) =>
      inCase(doing, asked, at =>
        changeSupport(doing, at, { form: asked.form, line: (asked.at['line'] ?? '') as LineKey }),
      ),
  },
  {
    at: 'POST /needs/:reference/support/:line/removal',
    allow: 'needs.assess',
    handle: (doing, asked) => inCase(doing, asked, at => takeOut(doing, at, asked)),
  },
  {
    at: 'GET /needs/:reference/sums/new',
    allow: 'needs.assess',
    handle: (doing, asked) => inCase(doing, asked, at => showKeeping(doing, at)),
  },
  {
    at: 'POST /needs/:reference/sums',
    allow: 'needs.assess',
    handle: (doing, asked) => inCase(doing, asked, at => keep(doing, at, asked.form)),
  },
  {
    at: 'GET /needs/:reference/sums/:version',
    allow: 'needs.read',
    handle: (doing, asked) => inCase(doing, asked, at => showAgain(doing, at, asked.at['version'] ?? '')),
  },
  {
    at: 'POST /needs/:reference/sums/:version/showing',
    allow: 'needs.assess',
    handle: (doing, asked) => inCase(doing, asked, at => showing(doing, at, asked.at['version'] ?? '')),
  },
  {
    at: 'POST /needs/:reference/doubts',
    allow: 'needs.read',
    handle: (doing, asked) => inCase(doing, asked, at => doubt(doing, at, asked.form)),
  },
  {
    at: 'POST /needs/:reference/doubts/:doubt/answer',
    allow: 'needs.assess',
    handle: (doing, asked) => inCase(doing, asked, at => answer(doing, at, asked)),
  },
]
