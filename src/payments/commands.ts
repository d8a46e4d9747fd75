import { addDays } from '../kernel/days.ts'
import { plainMoney, plus, sayMoney } from '../kernel/money.ts'
import { organisationByCode } from '../people/public.ts'
import { type Command, type Console, readWords } from '../platform/command.ts'
import { asService } from '../platform/transaction.ts'
import { dueBetween } from './queries/dues.ts'
import { sayReason } from './rules/say.ts'

const usage = 'Use: openphb payments due ORGANISATION-CODE [--days 7] [--json]\n'

async function due(words: readonly string[], { database, out, err }: Console): Promise<number> {
  const { words: named, options, flags, unknown } = readWords(words, { takes: ['days'], flags: ['json'] })
  const days = Number(options.get('days') ?? '7')
  const [code] = named
  if (code === undefined || named.length > 1 || unknown.length > 0 || !(days >= 0 && days <= 400)) {
    err(usage)
    return 2
  }
  const found = await asService(database, async doing => {
    const organisation = await organisationByCode(doing, code)
    const until = addDays(doing.today, Math.floor(days))
    return organisation && dueBetween(doing, organisation.id, { from: doing.today, until })
  })
  if (found === null) {
    err(`There is no organisation ${code}\n`)
    return 2
  }
  if (flags.has('json')) out(`${JSON.stringify(found.map(shown))}\n`)
  else out(readable(found))
  return 0
}

type Found = Awaited<ReturnType<typeof dueBetween>>

const shown = (one: Found[number]) => ({
  reference: one.reference,
  due_on: one.dueOn,
  leaves_on: one.leavesOn,
  from: one.from,
  until: one.until,
  amount: plainMoney(one.amount),
  late: one.late,
  reasons: one.reasons,
})

function readable(found: Found): string {
  const lines = found.map(one => {
    const since = one.late ? `Overdue since ${one.dueOn}. ` : ''
    const why = `${since}${one.reasons.map(sayReason).join(' ')}`
    return `${one.leavesOn}  ${one.reference}  ${sayMoney(one.amount).padStart(12)}  ${why}`.trimEnd()
  })
  const total = sayMoney(plus(...found.map(({ amount }) => amount)))
  return `${[...lines, `${found.length} payments, ${total}, that no run holds yet.`].join('\n')}\n`
}

export const commands: readonly Command[] = [
  {
    name: 'payments due',
    says: 'what an organisation has to pay in the next days, with every reason against it',
    help: `${usage}
Lists what leaves within so many days and what should have left before, the longest due first. No names.
The first day is the day on which it leaves at the earliest.`,
    needsDatabase: true,
    run: due,
  },
]
