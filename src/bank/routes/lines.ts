import type { Route } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { openFile } from '../../platform/files.ts'
import { one } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { askAgain } from '../actions/ask-again.ts'
import { attachReceipt, receiptSays } from '../actions/attach-receipt.ts'
import { linePage } from '../pages/line.tsx'
import { lineFacts, lineOf, receiptAt } from '../queries/line.ts'
import { withoutWords } from '../rules/hidden.ts'
import type { LineId, ReceiptId } from '../types.ts'
import { receiptIn } from './questions.ts'
import { lineNames, seen } from './seeing.ts'

const doneSays: Readonly<Record<string, string>> = {
  answered: 'Thank you. That was the last question.',
  call: 'Thank you. Somebody will call you.',
  receipt: 'The receipt is added.',
}

const lineAt = ({ at }: Asked): LineId | null => readId<'bank line'>(at['line'] ?? '') as LineId | null

async function page(doing: Doing, asked: Asked, errors: readonly FieldError[]): Promise<Answer> {
  const found = await seen(doing, asked, 'bank-line')
  const id = lineAt(asked)
  const line = found && id ? await lineOf(doing, found.budget, id) : null
  if (!found || !line) return notFound
  const facts = await lineFacts(doing, found.budget, line)
  return linePage({
    reference: found.budget.reference,
    ...(found.payees
      ? { line, ...facts }
      : { line: withoutWords(line), ...facts, receipts: [], answers: [] }),
    names: await lineNames(doing, found.budget),
    maySend: found.maySend,
    mayAnswer: found.mayAnswer,
    errors,
    done: errors.length > 0 ? undefined : doneSays[one(asked.query, 'done')],
    ...found.strip,
  })
}

async function receipt(doing: Doing, asked: Asked): Promise<Answer> {
  const line = lineAt(asked)
  const { file, errors } = receiptIn(asked)
  if (line === null) return notFound
  if (errors.length > 0) return page(doing, asked, errors)
  if (file === null) return page(doing, asked, [{ field: 'receipt', says: 'Choose a receipt' }])
  const reference = asked.at['reference'] ?? ''
  const kept = await attachReceipt(doing, { reference, line, file })
  if (kept.done) return `/bank/${reference}/lines/${line}?done=receipt`
  if (kept.because.includes('no-line')) return notFound
  if (kept.because.includes('not-allowed')) return notAllowed
  return page(
    doing,
    asked,
    kept.because.map(because => ({ field: 'receipt', says: receiptSays[because] })),
  )
}

async function question(doing: Doing, asked: Asked): Promise<Answer> {
  const line = lineAt(asked)
  const reference = asked.at['reference'] ?? ''
  if (line === null) return notFound
  const number = await askAgain(doing, { reference, line })
  if (number.done) return `/bank/${reference}/questions/${number.value}`
  return number.because.includes('not-allowed') ? notAllowed : notFound
}

async function receiptFile(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'receipt')
  const id = readId<'receipt'>(asked.at['receipt'] ?? '') as ReceiptId | null
  const kept = found?.payees && id ? await receiptAt(doing, found.budget, id) : null
  return kept ? ((await openFile(doing, kept.file_id)) ?? notFound) : notFound
}

export const lineRoutes: readonly Route[] = [
  {
    at: 'GET /bank/:reference/lines/:line',
    allow: 'bank.read',
    handle: (doing, asked) => page(doing, asked, []),
  },
  { at: 'POST /bank/:reference/lines/:line/receipts', allow: 'bank.send', handle: receipt },
  { at: 'POST /bank/:reference/lines/:line/question', allow: 'bank.answer', handle: question },
  { at: 'GET /bank/:reference/receipts/:receipt', allow: 'bank.read', handle: receiptFile },
]
