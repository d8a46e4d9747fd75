import { isStaff, mayFor, record, roleOf, whyNotOnBehalf } from '../../access/public.ts'
import { standingOf } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing } from '../../kernel/money.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { keepFile, kindOf } from '../../platform/files.ts'
import type { SentFile } from '../../platform/route.ts'
import { type Case, caseOf } from '../../requests/public.ts'
import { closingOf } from '../queries.ts'
import { type Liability, type SettleFact, type SettleProblem, whyNotSettle } from '../rules/settling.ts'
import { settledOf } from '../settled.ts'
import { here } from '../tables.ts'

export type NewSettleFact = SettleFact & {
  readonly reference: string
  readonly file?: SentFile | null
  /** What neighbours know to be owed: an item with a sum above nought applies. */
  readonly liabilities?: readonly Liability[]
}
export type NoteProblem =
  | SettleProblem
  | 'case-not-found'
  | 'not-ended'
  | 'closed-before'
  | 'not-yours'
  | 'not-a-paper'

/** May the one who asks fill in the list: staff of the case, the person, or who stands in for them? */
export async function maySettle(doing: Doing, { person, organisation }: Case): Promise<boolean> {
  if (doing.actor === theService || isStaff(doing.actor)) return mayFor(doing, 'reviews.settle', organisation)
  return (await standingOf(doing, { person, organisation })) !== 'somebody-else'
}

/**
 * Notes about one item who does it and by when, how it is known to be settled, or why it does not apply. The
 * newest counts; nothing is overwritten. Refuses with every reason of `whyNotSettle`.
 */
export async function noteSettled(doing: Doing, fact: NewSettleFact): Promise<Done<null, NoteProblem>> {
  const found = await caseOf(doing, fact.reference)
  if (!found) return refused('case-not-found')
  const { liabilities = [] } = fact
  const settled = await settledOf(doing, found, liabilities)
  if (settled === null) return refused('not-ended')
  const allowed = (await maySettle(doing, found)) && !(await isRefusedCaller(doing, found))
  if (!allowed) return refused('not-yours')
  const owedElsewhere = liabilities.filter(one => one.item === fact.item).map(one => one.owed)
  const problems: readonly NoteProblem[] = [
    ...((await closingOf(doing, found.reference)) === null ? [] : (['closed-before'] as const)),
    ...whyNotSettle(fact, {
      owedElsewhere: owedElsewhere.reduce((a, b) => (a + b) as typeof a, nothing),
      keepAtLeast: settled.keepAtLeast,
    }),
    ...(fact.file && kindOf(fact.file.bytes) === null ? (['not-a-paper'] as const) : []),
  ]
  if (problems.length > 0) return refused(...problems)
  await write(doing, found, fact)
  return done(null)
}

const isRefusedCaller = async (doing: Doing, { person }: Case): Promise<boolean> =>
  (await whyNotOnBehalf(doing, person, 'settle-the-end')).length > 0

async function write(doing: Doing, found: Case, fact: NewSettleFact): Promise<void> {
  const { organisation, person, reference } = found
  await here(doing)
    .db.insertInto('reviews.settling')
    .values({
      id: newId(),
      organisation_id: organisation,
      person_id: person,
      reference,
      item: fact.item,
      what: fact.what,
      who: fact.who.trim(),
      by_day: fact.by,
      owed: fact.owed,
      words: fact.words.trim(),
      keep_until: fact.keepUntil,
      file_id: fact.file ? await keepFile(doing, found, fact.file) : null,
      noted_by: doing.actor.id,
      noted_by_name: doing.actor.name,
      noted_by_role: roleOf(doing),
      noted_on: doing.today,
    })
    .execute()
  const details = { reference, item: fact.item, what: fact.what, owed: fact.owed }
  await record(doing, { happened: 'end-settled', organisation, person, to: found.request, details })
}
