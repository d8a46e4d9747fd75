import type { Route } from '../access/public.ts'
import { notFound } from '../platform/route.ts'
import { importMarks, marksSays } from './actions/import-marks.ts'
import { marksPage } from './pages/marks.tsx'
import { marksFileOf } from './queries/marks.ts'
import { ofRun, show } from './showing-run.ts'

/** The list of what was paid by hand comes back: what is right is noted, and the page says what is not. */
const send = ofRun(async (doing, run, { files }) => {
  const sent = files.find(({ field }) => field === 'marks') ?? null
  const marked = await importMarks(doing, run, sent)
  if (marked.done) return `/payments/runs/${run.id}/marks/${marked.value.file}`
  const missing = (marked.missing ?? []).length > 0 ? `: ${marked.missing?.join(', ')} is missing` : ''
  return show(doing, run, {
    errors: marked.because.map(reason => ({ field: 'marks', says: `${marksSays[reason]}${missing}` })),
  })
})

const read = ofRun(async (doing, run, { at }) => {
  const file = await marksFileOf(doing, run.id, at['marks'] ?? '')
  return file === null ? notFound : marksPage({ run, file })
})

export const marksRoutes: readonly Route[] = [
  { at: 'POST /payments/runs/:run/marks', allow: 'payments.release', handle: send },
  { at: 'GET /payments/runs/:run/marks/:marks', allow: 'payments.release', handle: read },
]
