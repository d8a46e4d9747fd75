import { look, may, type Route } from '../access/public.ts'
import { type PlainDate, plainDate } from '../kernel/days.ts'
import { nothing, type Pence } from '../kernel/money.ts'
import type { Doing } from '../platform/doing.ts'
import { openFile } from '../platform/files.ts'
import { choice, day, form, money, one, text } from '../platform/forms.ts'
import {
  type Answer,
  type Asked,
  type FieldError,
  notAllowed,
  notFound,
  type Typed,
} from '../platform/route.ts'
import { closeCase } from './actions/close.ts'
import { maySettle, type NoteProblem, noteSettled } from './actions/settle.ts'
import { owedToAssistants } from './assistants.ts'
import { closingPage, settleItemPage } from './pages/closing.tsx'
import { closingOf } from './queries.ts'
import { type SettleItem, settleItems } from './rules/settle-items.ts'
import { type SettleFact, settleProblemSays } from './rules/settling.ts'
import { type Settled, settledOf } from './settled.ts'
import { type At, inCase, nothingWrong, type Wrong } from './showing.ts'

async function closing(doing: Doing, at: At, errors: readonly FieldError[] = []): Promise<Answer> {
  const settled = await settledOf(doing, at.found, await owedToAssistants(doing, at.reference))
  if (settled === null) return notFound
  const { organisation, person, request } = at.found
  await look(doing, { page: 'a safe end', organisation, person, to: request })
  return closingPage({
    ...at,
    settled,
    errors,
    maySettle: may(doing, 'reviews.settle') && (await maySettle(doing, at.found)),
    mayClose: may(doing, 'reviews.ending'),
    closedOn: await closingOf(doing, at.reference),
  })
}

async function close(doing: Doing, at: At): Promise<Answer> {
  const closed = await closeCase(doing, {
    reference: at.reference,
    liabilities: await owedToAssistants(doing, at.reference),
  })
  if (closed.done || closed.because.includes('closed-before')) return `/reviews/${at.reference}`
  if (!closed.because.includes('something-in-the-way')) return notFound
  return closing(doing, at, [
    { field: 'maincontent', says: 'It cannot be closed while something is open: see the list' },
  ])
}

type Item = { readonly item: SettleItem; readonly settled: Settled }

async function ofItem(
  doing: Doing,
  asked: Asked,
  show: (at: At, of: Item) => Promise<Answer> | Answer,
): Promise<Answer> {
  return inCase(doing, asked, async at => {
    const item = settleItems.find(name => name === asked.at['item'])
    const known = await owedToAssistants(doing, at.reference)
    const settled = item === undefined ? null : await settledOf(doing, at.found, known)
    if (item === undefined || settled === null || !(await maySettle(doing, at.found))) return notFound
    return show(at, { item, settled })
  })
}

const itemPage = (at: At, { item, settled }: Item, wrong: Wrong = nothingWrong): Answer => {
  const standing = settled.items.find(one => one.item === item)
  if (standing === undefined) return notFound
  const facts = settled.facts.filter(fact => fact.item === item).toReversed()
  return settleItemPage({ ...at, item, standing, facts, keepAtLeast: settled.keepAtLeast, ...wrong })
}

const far = plainDate('2090-12-31')
const nothingNoted = { who: '', by: null, owed: nothing, words: '', keepUntil: null }

type ReadFact = { readonly fact: SettleFact | null; readonly errors: readonly FieldError[] }

const whats = ['to-do', 'settled', 'does-not-apply'] as const
const whatForm = form({ what: choice(whats, 'Choose how it stands') })
const toDo = form({
  who: text({ missing: 'Enter who does it', called: 'The name' }),
  by: day({ missing: 'Enter by when', called: 'The day', until: far }),
  owed: (typed, name) => (one(typed, name) === '' ? { value: nothing } : money({ missing: '' })(typed, name)),
})
const evidence = form({
  evidence: text({ missing: 'Say how you know that it is settled', most: 2000, called: 'What you write' }),
})
const papers = form({
  keepUntil: day({ missing: 'Enter until when the papers are kept', called: 'The day', until: far }),
})
const because = form({
  because: text({ missing: 'Say why it does not apply', most: 2000, called: 'The reason' }),
})

function readFact(typed: Typed, item: SettleItem): ReadFact {
  const what = whatForm.read(typed)
  if (!what.ok) return { fact: null, errors: what.errors }
  if (what.value.what === 'to-do') {
    const read = toDo.read(typed)
    return read.ok ? said({ ...nothingNoted, item, what: 'to-do', ...read.value }) : wrong(read.errors)
  }
  if (what.value.what === 'does-not-apply') {
    const read = because.read(typed)
    return read.ok
      ? said({ ...nothingNoted, item, what: 'does-not-apply', words: read.value.because })
      : wrong(read.errors)
  }
  return readSettled(typed, item)
}

function readSettled(typed: Typed, item: SettleItem): ReadFact {
  const read = evidence.read(typed)
  const kept = item === 'records' ? papers.read(typed) : null
  const errors = [...(read.ok ? [] : read.errors), ...(kept === null || kept.ok ? [] : kept.errors)]
  if (!read.ok || errors.length > 0) return wrong(errors)
  const keepUntil: PlainDate | null = kept?.ok ? kept.value.keepUntil : null
  return said({ ...nothingNoted, item, what: 'settled', words: read.value.evidence, keepUntil })
}

const said = (fact: Omit<SettleFact, 'owed'> & { readonly owed: Pence }): ReadFact => ({ fact, errors: [] })
const wrong = (errors: readonly FieldError[]): ReadFact => ({ fact: null, errors })

const noteSays = {
  ...settleProblemSays,
  'case-not-found': 'There is no such case',
  'not-ended': 'No end is set for this budget',
  'closed-before': 'The case is closed. Nothing of what you sent was saved',
  'not-yours': 'You cannot fill this in',
  'not-a-paper': 'Choose a photo (JPEG or PNG), a PDF or a text file',
} as const satisfies Record<NoteProblem, string>

const fieldOf: Partial<Record<NoteProblem, string>> = {
  'who-missing': 'who',
  'day-missing': 'by-day',
  'evidence-missing': 'evidence',
  'reason-missing': 'because',
  'owed-so-it-applies': 'because',
  'keep-until-missing': 'keepUntil-day',
  'kept-too-short': 'keepUntil-day',
  'not-a-paper': 'file',
}

async function note(doing: Doing, asked: Asked, { at, of }: { at: At; of: Item }): Promise<Answer> {
  const { fact, errors } = readFact(asked.form, of.item)
  if (fact === null) return itemPage(at, of, { typed: asked.form, errors })
  const file = asked.files.find(sent => sent.field === 'file' && sent.bytes.length > 0) ?? null
  const liabilities = await owedToAssistants(doing, at.reference)
  const noted = await noteSettled(doing, { reference: at.reference, ...fact, file, liabilities })
  if (noted.done) return `/reviews/${at.reference}/closing`
  if (noted.because.includes('not-yours')) return notAllowed
  const says = noted.because.map(reason => ({ field: fieldOf[reason] ?? 'what', says: noteSays[reason] }))
  return itemPage(at, of, { typed: asked.form, errors: says })
}

async function paper(doing: Doing, asked: Asked, { settled }: Item): Promise<Answer> {
  const file = settled.facts.find(({ id }) => id === asked.at['fact'])?.file ?? null
  return file === null ? notFound : ((await openFile(doing, file)) ?? notFound)
}

const at = '/reviews/:reference/closing' as const
export const closingRoutes: readonly Route[] = [
  {
    at: `GET ${at}`,
    allow: 'reviews.read',
    handle: (doing, asked) => inCase(doing, asked, found => closing(doing, found)),
  },
  {
    at: `POST ${at}`,
    allow: 'reviews.ending',
    handle: (doing, asked) => inCase(doing, asked, found => close(doing, found)),
  },
  {
    at: `GET ${at}/:item`,
    allow: 'reviews.settle',
    handle: (doing, asked) => ofItem(doing, asked, (found, of) => itemPage(found, of)),
  },
  {
    at: `POST ${at}/:item`,
    allow: 'reviews.settle',
    handle: (doing, asked) => ofItem(doing, asked, (found, of) => note(doing, asked, { at: found, of })),
  },
  {
    at: `GET ${at}/:item/files/:fact`,
    allow: 'reviews.settle',
    handle: (doing, asked) => ofItem(doing, asked, (_found, of) => paper(doing, asked, of)),
  },
]
