import type { Id } from '../kernel/brand.ts'
import { readId, readReference } from '../kernel/ids.ts'
import { plainMoney } from '../kernel/money.ts'
import { organisationByCode } from '../people/public.ts'
import { type Command, type Console, readWords } from '../platform/command.ts'
import type { Doing } from '../platform/doing.ts'
import { asService } from '../platform/transaction.ts'
import { beancountOf } from './beancount.ts'
import { checkLedger, isSound, sayChecked } from './check.ts'
import { csvOf, hledgerOf, ledgerOf } from './export.ts'
import { asSeen } from './names.ts'
import { picture } from './picture.ts'
import { type Balances, balancesOf } from './queries/balances.ts'
import { budgetMoney } from './queries/budget.ts'
import { accountNames, entriesOf } from './queries/entries.ts'
import type { Entry } from './types.ts'

const asJson = (value: unknown): string =>
  `${JSON.stringify(value, (_name, one: unknown) => (typeof one === 'bigint' ? one.toString() : one), 2)}\n`

function wrongly(console: Console, says: string): number {
  console.err(`${says} See --help.\n`)
  return 2
}

const checkHelp = `openphb ledger check [--balances] [--json]

Prints how many accounts, entries and postings there are, how much was moved, and each invariant
with yes or NO and the first five things that break it. --balances adds what every account holds.
Exit code: 0 when the ledger is sound, 1 when it is not, 2 when called wrongly.`

const pictureHelp = `openphb ledger picture REFERENCE [--recorded] [--names] [--json]
openphb ledger picture --person ID [--recorded] [--names] [--json]

A row for each entry, oldest day first, a column for each account, and what each holds at the foot.
--recorded adds the day on which each entry was recorded. --names adds what the bank calls whoever was
paid. --json prints the entries, sums in pence.
Exit code: 0, 1 when there is no such money, 2 when called wrongly.`

const exportHelp = `openphb ledger export --format hledger|ledger|beancount|csv
                      [--organisation CODE] [--names]

Writes every account, and every entry with its key and both its days, to standard output. Whom payments
went to is left out, unless --names asks for it: the key of an entry leads to its bank line. What other
programs make of it must be the balances that openphb ledger check --balances proves:
  hledger -f FILE balance --strict --flat
  ledger -f FILE --pedantic balance --flat
  bean-check FILE && bean-query FILE 'select account, sum(position) group by account'
Exit code: 0, 2 when called wrongly.`

/** What the names of all accounts begin with. */
const all = ['PHB-', 'bank:', 'fund:']

const sayBalances = (balances: Balances): string =>
  [...balances].map(([account, sum]) => `${plainMoney(sum).padStart(16)}  ${account}\n`).join('')

const check: Command = {
  name: 'ledger check',
  says: 'recompute every balance from the postings and ask every invariant',
  help: checkHelp,
  needsDatabase: true,
  async run(words, console) {
    const read = readWords(words, { takes: [], flags: ['json', 'balances'] })
    if (read.unknown.length + read.words.length > 0)
      return wrongly(console, `What is ${[...read.unknown, ...read.words][0]}?`)
    return asService(console.database, async doing => {
      const checked = await checkLedger(doing)
      const balances = read.flags.has('balances') ? await balancesOf(doing, ...all) : null
      if (read.flags.has('json'))
        console.out(
          asJson({ sound: isSound(checked), ...checked, ...(balances && { balances: [...balances] }) }),
        )
      else console.out(`${sayChecked(checked)}${balances === null ? '' : sayBalances(balances)}`)
      return isSound(checked) ? 0 : 1
    })
  },
}

type Drawn = { readonly entries: readonly Entry[] } | { readonly wrong: string } | { readonly none: string }

/** The entries of a budget by its reference, or of all budgets of a person by the person's id. */
async function entriesToDraw(doing: Doing, reference: string, person: string | undefined): Promise<Drawn> {
  if (person !== undefined) {
    const id = readId<'person'>(person)
    if (id === null) return { wrong: `${person} is not the id of a person.` }
    return { entries: await entriesOf(doing, { person: id }) }
  }
  const budget = readReference(reference)
  if (budget === null)
    return { wrong: `${reference === '' ? 'Nothing' : reference} is not a reference like PHB-7K3M-9QT.` }
  const money = await budgetMoney(doing, budget, 100_000)
  return money === null
    ? { none: `${budget} has no money in the ledger.` }
    : { entries: money.entries.toReversed() }
}

const draw: Command = {
  name: 'ledger picture',
  says: 'draw the money of one budget as a text table',
  help: pictureHelp,
  needsDatabase: true,
  async run(words, console) {
    const {
      flags,
      options,
      unknown,
      words: [reference = '', extra],
    } = readWords(words, { takes: ['person'], flags: ['recorded', 'names', 'json'] })
    const odd = unknown[0] ?? extra
    if (odd !== undefined) return wrongly(console, `What is ${odd}?`)
    const drawn = await asService(console.database, doing =>
      entriesToDraw(doing, reference, options.get('person')),
    )
    if ('wrong' in drawn) return wrongly(console, drawn.wrong)
    if ('none' in drawn || drawn.entries.length === 0) {
      console.err(`${'none' in drawn ? drawn.none : 'There is no money of this person in the ledger.'}\n`)
      return 1
    }
    const entries = asSeen(drawn.entries, flags.has('names'))
    console.out(flags.has('json') ? asJson(entries) : picture(entries, { recorded: flags.has('recorded') }))
    return 0
  },
}

const writers = { hledger: hledgerOf, ledger: ledgerOf, beancount: beancountOf, csv: csvOf } as const
const isFormat = (word: string | undefined): word is keyof typeof writers =>
  Object.hasOwn(writers, word ?? '')

/** An organisation by its code or its id; null where there is none. */
async function organisationFor(doing: Doing, given: string): Promise<Id<'organisation'> | null> {
  return readId<'organisation'>(given) ?? (await organisationByCode(doing, given))?.id ?? null
}

const exported: Command = {
  name: 'ledger export',
  says: 'write the whole ledger for hledger, ledger or beancount, or as CSV',
  help: exportHelp,
  needsDatabase: true,
  async run(words, console) {
    const {
      flags,
      options,
      unknown,
      words: [extra],
    } = readWords(words, { takes: ['format', 'organisation'], flags: ['names'] })
    const odd = unknown[0] ?? extra
    if (odd !== undefined) return wrongly(console, `What is ${odd}?`)
    const format = options.get('format')
    if (!isFormat(format)) return wrongly(console, `Say --format ${Object.keys(writers).join('|')}.`)
    const given = options.get('organisation')
    return asService(console.database, async doing => {
      const organisation = given === undefined ? undefined : await organisationFor(doing, given)
      if (organisation === null) return wrongly(console, `There is no organisation ${given}.`)
      const whose = organisation === undefined ? {} : { organisation }
      console.out(
        writers[format]({
          accounts: await accountNames(doing, whose),
          entries: asSeen(await entriesOf(doing, whose), flags.has('names')),
        }),
      )
      return 0
    })
  },
}

/** The command line's verbs for the ledger. */
export const commands: readonly Command[] = [check, draw, exported]
