import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { dayInEngland, moment } from '../kernel/days.ts'
import { type Command, type Console, readWords } from '../platform/command.ts'
import { type Explanation, explain, listRules } from './explain.ts'
import { ruleTable, sayTable } from './table.ts'

const explainHelp = `Use: openphb rights explain --pathway NAME [--on DAY] [--facts FILE] [--json]

  --pathway   adult-continuing-healthcare, fast-track, childrens-continuing-care, section-117,
              wheelchair, ehc-plan, ...
  --on        the day asked about, such as 2026-04-06; today when left out
  --facts     a file of JSON, or - for standard input: born, since, hasCapacity, place,
              packageFrom, shares, orders, groups
  --json      the whole answer as JSON

Exits 0 with an answer, 2 when a fact, a day or a pathway is not known.`

function inWords(answer: Explanation): string {
  const { decision, reasons, sources } = answer
  return [
    `${answer.pathway} on ${answer.on}`,
    '',
    decision.says,
    ...(decision.since ? [`So since ${decision.since}.`] : []),
    ...reasons.map(reason => `- ${reason.says}`),
    ...(decision.openWays.length > 0 ? [`Ways to hold it: ${decision.openWays.join(', ')}.`] : []),
    '',
    'Sources',
    ...sources.map(
      line =>
        `- ${line.rule}: ${line.says}\n  ` +
        `${line.source.title}${line.source.address ? ` (${line.source.address})` : ''}\n  ${line.words}`,
    ),
    '',
  ].join('\n')
}

function factsFrom(file: string | undefined, folder: string): { facts: unknown } | { wrong: string } {
  if (file === undefined) return { facts: {} }
  try {
    return { facts: JSON.parse(readFileSync(file === '-' ? 0 : resolve(folder, file), 'utf8')) as unknown }
  } catch (error) {
    return { wrong: error instanceof SyntaxError ? `${file} is not JSON.` : `${file} could not be read.` }
  }
}

const refuse = (console: Console, wrong: readonly string[]): number => {
  console.err(`${wrong.join('\n')}\n`)
  return 2
}

async function runExplain(words: readonly string[], console: Console): Promise<number> {
  const read = readWords(words, { takes: ['pathway', 'on', 'facts'], flags: ['json'] })
  const pathway = read.options.get('pathway')
  const facts = factsFrom(read.options.get('facts'), console.folder)
  const wrong = [
    ...(pathway ? [] : ['Say which pathway with --pathway.']),
    ...read.unknown.map(word => `${word} is not an option.`),
    ...('wrong' in facts ? [facts.wrong] : []),
  ]
  if (!pathway || 'wrong' in facts || wrong.length > 0) return refuse(console, wrong)
  const explained = explain(pathway, read.options.get('on') ?? dayInEngland(moment(new Date())), facts.facts)
  if (!explained.done) return refuse(console, explained.because)
  console.out(
    read.flags.has('json') ? `${JSON.stringify(explained.value, null, 2)}\n` : inWords(explained.value),
  )
  return 0
}

type Listed = ReturnType<typeof listRules>[number]
const ruleLine = ({ id, confidence, says }: Listed): string => `${id} [${confidence}] ${says}`

async function runList(words: readonly string[], console: Console): Promise<number> {
  const read = readWords(words, { takes: [], flags: ['json'] })
  if (read.unknown.length > 0) return refuse(console, [`${read.unknown[0]} is not an option.`])
  const rules = listRules()
  console.out(
    read.flags.has('json')
      ? `${JSON.stringify(rules, null, 2)}\n`
      : `${rules.map(ruleLine).join('\n')}\n\n${rules.length} rules\n`,
  )
  return 0
}

async function runTable(words: readonly string[], console: Console): Promise<number> {
  const read = readWords(words, { takes: [], flags: ['json'] })
  if (read.unknown.length > 0) return refuse(console, [`${read.unknown[0]} is not an option.`])
  const rows = ruleTable()
  console.out(read.flags.has('json') ? `${JSON.stringify(rows, null, 2)}\n` : sayTable(rows))
  return 0
}

const tableHelp = `Use: openphb rights table [--json]

A line for each rule: its confidence, how many cases it shows and how many different answers
they give ("duty" where it says the same for everybody), and its source. With --json each is
{id, source, confidence, cases, answers, duty}.`

export const commands: readonly Command[] = [
  {
    name: 'rights explain',
    says: 'which right somebody has on a day, why, and where it is written',
    help: explainHelp,
    needsDatabase: false,
    run: runExplain,
  },
  {
    name: 'rights table',
    says: 'every rule with its source, how sure we are, and how many cases show it',
    help: tableHelp,
    needsDatabase: false,
    run: runTable,
  },
  {
    name: 'rights list',
    says: 'every rule, with its source and how sure we are of it',
    needsDatabase: false,
    run: runList,
    help:
      'Use: openphb rights list [--json]\n\nWith --json each rule is {id, says, source, confidence, ' +
      'from, until, cases}.',
  },
]
