import { sayShortDay } from '../kernel/days.ts'
import { pence, sayMoney } from '../kernel/money.ts'
import { type Command, type Console, readWords } from '../platform/command.ts'
import { asService } from '../platform/transaction.ts'
import { goOn, type Went } from './actions/carry-out.ts'
import { orderSuccession } from './actions/order.ts'
import { type Preview, previewOf } from './queries/preview.ts'
import { seenOf } from './queries/seen.ts'
import { stepOf, steps } from './queries/steps.ts'
import { sentencesOf } from './rules/why-not.ts'

const help = `openphb organisations succeed [CODE DAY] [--do --because WORDS --reach WORDS] [--json]

Moves the cases of an NHS body, with money, staff and history, to the body that follows it. Without CODE and
DAY it lists what is due and done. With them (02A 2022-07-01) it shows what would move and what is in the
way, and changes nothing. --do carries it out, part by part: each case whole; broken off, call it again and it
goes on. --because says why; --reach says whom families reach from now on, as the letter to them says it.
--json prints the same for another program.
Exit code: 0 when all is well, 1 when something is in the way, 2 when it was called wrongly.`

const asJson = (value: unknown): string =>
  `${JSON.stringify(value, (_name, one: unknown) => (typeof one === 'bigint' ? one.toString() : one), 2)}\n`

function sayPreview({ step, goes, unknown, inTheWay, divided }: Preview): string {
  return [
    `${step.body.name}, followed from ${sayShortDay(step.on)}`,
    ...goes.map(
      ({ next, people, cases, budgets, open }) =>
        `  to ${next.name}: ${people} people, ${cases} cases, ` +
        `${budgets} budgets with ${sayMoney(pence(open))} open`,
    ),
    ...(divided ? [`  where they belong is not known: ${unknown.people} people`] : []),
    `  moved before: ${step.moved} people`,
    ...inTheWay.map(says => `In the way: ${says}`),
  ].join('\n')
}

async function listed({ database, out }: Console, json: boolean): Promise<number> {
  const all = await asService(database, steps)
  const lines = all.map(
    ({ body, on, people, moved, nexts }) =>
      `${body.code} ${on}  ${body.name} to ${nexts.map(({ name }) => name).join(', ')}: ` +
      `${people} people there, ${moved} moved`,
  )
  out(json ? asJson(all) : `${lines.join('\n') || 'No body that has people here is followed by another.'}\n`)
  return 0
}

type Wanted = { readonly code: string; readonly on: string; readonly json: boolean }

async function shown({ database, out, err }: Console, { code, on, json }: Wanted): Promise<number> {
  const found = await asService(database, async doing => {
    const step = await stepOf(doing, code, on)
    return step && (await previewOf(doing, step))
  })
  if (found === null) {
    err(`There is no succession of ${code} on ${on} that concerns anybody here. See --help.\n`)
    return 2
  }
  out(json ? asJson(found) : `${sayPreview(found)}\n`)
  return found.inTheWay.length > 0 ? 1 : 0
}

type Told = Wanted & { readonly because: string; readonly reach: string }

/** Orders it where nothing is under way, and carries it out to the end, saying how far it is. */
async function done(console: Console, { code, on, because, reach, json }: Told): Promise<number> {
  const refused = await asService(console.database, async doing => {
    const step = await stepOf(doing, code, on)
    if (step === null) return [`There is no succession of ${code} on ${on} that concerns anybody here.`]
    if (step.underWay) return []
    const ordered = await orderSuccession(doing, { step, because, reach })
    if (ordered.done) return []
    const says = sentencesOf(await seenOf(doing, step))
    return ordered.because.map(reason => says[reason])
  })
  if (refused.length > 0) {
    console.err(`${refused.join('\n')}\n`)
    return 1
  }
  let went: Went = 'went-on'
  while (went === 'went-on' || went === 'finished') {
    went = await asService(console.database, doing => goOn(doing))
    const step = await asService(console.database, doing => stepOf(doing, code, on))
    if (!json && went === 'went-on') console.out(`${step?.moved ?? 0} moved, ${step?.people ?? 0} to go\n`)
  }
  if (went === 'a-run-waits')
    console.err('A payment run is in the way. Release or withdraw it, and call again.\n')
  const end = await shown(console, { code, on, json })
  return went === 'a-run-waits' ? 1 : end
}

const succeed: Command = {
  name: 'organisations succeed',
  says: 'move the cases of a body to the one that follows it',
  help,
  needsDatabase: true,
  async run(words, console) {
    const asked = readWords(words, { takes: ['because', 'reach'], flags: ['do', 'json'] })
    const [code, on, more] = asked.words
    const [because = '', reach = ''] = [asked.options.get('because'), asked.options.get('reach')]
    const json = asked.flags.has('json')
    const wrong = asked.unknown.length > 0 || more !== undefined || (code !== undefined && on === undefined)
    if (wrong || (asked.flags.has('do') && (code === undefined || because === '' || reach === ''))) {
      console.err('Name a body and a day; with --do also --because and --reach. See --help.\n')
      return 2
    }
    if (code === undefined || on === undefined) return listed(console, json)
    return asked.flags.has('do')
      ? done(console, { code, on, because, reach, json })
      : shown(console, { code, on, json })
  },
}

export const commands: readonly Command[] = [succeed]
