import { look, may, type Route, seesPayees } from '../access/public.ts'
import { readId, readReference } from '../kernel/ids.ts'
import { nothing } from '../kernel/money.ts'
import { personShown, personStrip } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { one } from '../platform/forms.ts'
import {
  type Answer,
  type Asked,
  type FieldError,
  notFound,
  type Page,
  type Typed,
} from '../platform/route.ts'
import { budgetOf } from './accounts.ts'
import { endHold, holdBack } from './actions/hold.ts'
import { holdForm } from './forms.ts'
import { asSeen, withoutPayee } from './names.ts'
import { budgetPage } from './pages/budget.tsx'
import { entryPage } from './pages/entry.tsx'
import { inOrderOfInterest, potsOf } from './pots.ts'
import { type BudgetMoney, budgetMoney, fundNames, ownerOf } from './queries/budget.ts'
import { entryOf } from './queries/entries.ts'
import { holdsOn } from './queries/holds.ts'
import { holdSays } from './rules.ts'

/** So many movements at first, and so many when earlier ones are asked for. */
const [few, many] = [100, 10_000]

type Wrong = { readonly typed: Typed; readonly errors: readonly FieldError[] }

async function budget(
  doing: Doing,
  { at, query }: Pick<Asked, 'at' | 'query'>,
  wrong: Wrong = { typed: {}, errors: [] },
): Promise<Answer> {
  const reference = readReference(at['reference'] ?? '')
  const all = one(query, 'shown') === 'all'
  const money = reference === null ? null : await budgetMoney(doing, reference, all ? many : few)
  if (money === null) return notFound
  const { balances, entries, more } = money
  return budgetPage({
    reference: money.reference,
    today: doing.today,
    holds: inOrderOfInterest(balances).map(account => ({ account, pence: balances.get(account) ?? nothing })),
    pots: potsOf(asSeen(entries, seesPayees(doing.actor)), balances),
    keptBack: {
      holds: await holdsOn(doing, money.reference),
      mayHold: may(doing, 'ledger.hold'),
      ...wrong,
    },
    earlier: more && !all ? `/ledger/${money.reference}?shown=all` : null,
    ...(await whose(doing, money, { page: 'money-read', to: null, reference: money.reference })),
  })
}

async function entry(doing: Doing, { at }: Asked): Promise<Answer> {
  const reference = readReference(at['reference'] ?? '')
  const id = readId<'entry'>(at['entry'] ?? '')
  const found = reference === null || id === null ? null : await entryOf(doing, id)
  if (reference === null || found === null) return notFound
  if (!found.postings.some(({ account }) => budgetOf(account) === reference)) return notFound
  const person = await whose(doing, found, { page: 'money-entry-read', to: found.id, reference })
  const entry = seesPayees(doing.actor) ? found : withoutPayee(found)
  return entryPage({ reference, entry, funds: await fundNames(doing, [found]), ...person })
}

type Looked = { readonly page: string; readonly to: string | null; readonly reference: string }

/** Writes the look down, and says whose record it is for the strip at the top of the page. */
async function whose(
  doing: Doing,
  { organisation, person }: Pick<BudgetMoney, 'organisation' | 'person'>,
  { page, to, reference }: Looked,
): Promise<Pick<Page, 'person'>> {
  await look(doing, { page, to, organisation, person, details: { budget: reference } })
  const shown = person === null ? null : await personShown(doing, person)
  return shown === null ? {} : { person: personStrip(shown, doing.today) }
}

async function keepBack(doing: Doing, { at, form }: Asked): Promise<Answer> {
  const reference = readReference(at['reference'] ?? '')
  if (reference === null || (await ownerOf(doing, reference)) === null) return notFound
  const read = holdForm(doing.today).read(form)
  const again = (errors: readonly FieldError[]) => budget(doing, { at, query: {} }, { typed: form, errors })
  if (!read.ok) return again(read.errors)
  const { sum, until, because } = read.value
  const kept = await holdBack(doing, { reference, pence: sum, until, because })
  if (kept.done) return `/ledger/${reference}`
  return again(kept.because.map(problem => ({ field: 'sum', says: holdSays[problem] })))
}

async function free(doing: Doing, { at }: Asked): Promise<Answer> {
  const hold = readId<'hold'>(at['hold'] ?? '')
  if (hold === null) return notFound
  const ended = await endHold(doing, { hold, because: 'Not needed any more' })
  return ended.done || ended.because.includes('ended-before') ? `/ledger/${at['reference']}` : notFound
}

/** The money of one budget, and one entry of it opened. A budget that may not be seen is not found. */
export const routes: readonly Route[] = [
  { at: 'GET /ledger/:reference', allow: 'ledger.read', handle: (doing, asked) => budget(doing, asked) },
  { at: 'POST /ledger/:reference/holds', allow: 'ledger.hold', handle: keepBack },
  { at: 'POST /ledger/:reference/holds/:hold/end', allow: 'ledger.hold', handle: free },
  { at: 'GET /ledger/:reference/:entry', allow: 'ledger.read', handle: entry },
]
