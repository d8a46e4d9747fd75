import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Measured, Table } from '../measured.ts'
import { actualVersion, addedByActual, installActual } from './actual.ts'
import { addedByHledger, hledgerVersion } from './hledger.ts'
import { judge, precisionOf, recallOf } from './judge.ts'
import { addedByUs } from './ours.ts'
import { labelledSet, type SetFile } from './set.ts'
import type { Trap } from './truth.ts'
import { endings } from './write.ts'

export type EvidenceAsked = {
  readonly root: string
  /** A folder of this run's own. */
  readonly work: string
  /** Install the peers that are missing. */
  readonly peers: boolean
  /** Write the set there, for other programs. */
  readonly out: string | null
  /** Judge a program by the rows that it added, one label a line. */
  readonly added: string | null
}

type Program = { readonly name: string; readonly added: () => ReadonlySet<string> }

const traps: readonly Trap[] = [
  ...(['twin', 'same-sum', 'late', 'reversal', 'refund', 'split', 'changed-text', 'moved-day'] as const),
]

function programs(files: readonly SetFile[], asked: EvidenceAsked): readonly Program[] {
  const at = { root: asked.root, work: asked.work, peers: path.join(asked.root, '.data', 'peers') }
  const given = asked.added
  const theirs: readonly Program[] =
    given === null
      ? []
      : [
          {
            name: path.basename(given),
            added: () => new Set(readFileSync(given, 'utf8').split(/\s+/).filter(Boolean)),
          },
        ]
  return [
    { name: 'OpenPHB', added: () => addedByUs(files) },
    {
      name: `hledger ${hledgerVersion() ?? ''}`.trim(),
      added: () => {
        if (hledgerVersion() === null) throw new Error('not installed: apt-get install hledger')
        return addedByHledger(files, path.join(asked.work, 'hledger'))
      },
    },
    {
      name: `Actual ${actualVersion(at) ?? ''}`.trim(),
      added: () => {
        if (asked.peers) installActual(at)
        if (actualVersion(at) === null) throw new Error('not installed: ask with --peers')
        return addedByActual(files, at)
      },
    },
    ...theirs,
  ]
}

const inHundred = (share: number): string => `${(share * 100).toFixed(2)} %`

type Judged = { readonly name: string; readonly added: ReadonlySet<string> | string }

function tried({ name, added }: Program): Judged {
  try {
    return { name, added: added() }
  } catch (error) {
    return { name, added: error instanceof Error ? error.message : String(error) }
  }
}

function overall(files: readonly SetFile[], all: readonly Judged[]): Table {
  const lines = files.reduce((sum, { rows }) => sum + rows.length, 0)
  return {
    title:
      `Same payment or another: ${lines.toLocaleString('en-GB')} lines in ${files.length} statements of ` +
      `${new Set(files.map(({ account }) => account)).size} accounts`,
    head: ['program', 'precision', 'recall', 'known again', 'lost from sight', 'counted twice'],
    rows: all.map(({ name, added }) => {
      if (typeof added === 'string') return [name, 'could not be run:', added]
      const score = judge(files, added)
      return [
        name,
        inHundred(precisionOf(score)),
        inHundred(recallOf(score)),
        ...[score.right, score.lost, score.twice].map(count => count.toLocaleString('en-GB')),
      ]
    }),
  }
}

/** Mistakes by what was planted, as `lost + twice`. */
function byTrap(files: readonly SetFile[], all: readonly Judged[]): Table {
  const ran = all.flatMap(({ name, added }) => (typeof added === 'string' ? [] : [{ name, added }]))
  return {
    title: 'Mistakes where something was planted: lost from sight + counted twice (of rows shown again)',
    head: ['planted', ...ran.map(({ name }) => name), 'of'],
    rows: traps.map(trap => {
      const scores = ran.map(({ added }) => judge(files, added, trap))
      const [first] = scores
      return [
        trap.replace('-', ' '),
        ...scores.map(({ lost, twice }) => `${lost} + ${twice}`),
        String(first === undefined ? 0 : first.right + first.twice),
      ]
    }),
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The files as their banks would give them, and `labels.csv`: what each row truly is. */
function write(files: readonly SetFile[], folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const { name, kind, text } of files) writeFileSync(path.join(folder, `${name}.${endings[kind]}`), text)
  const rows = files.flatMap(({ name, kind, rows: own }) =>
    own.map(({ label, day, pence, text, payment, same }, at) =>
      [
        ...[label, `${name}.${endings[kind]}`, at + 1, day, (pence / 100).toFixed(2), quoted(text)],
        ...[payment.id, same ? 'same' : 'another', payment.traps.join(' ')],
      ].join(),
    ),
  )
  const head = 'label,file,row,day,amount,text,payment,same,planted'
  writeFileSync(path.join(folder, 'labels.csv'), `${[head, ...rows].join('\n')}\n`)
}

/** Our import beside others on the labelled set: one table, and one of mistakes by what was planted. */
export function measureEvidence(asked: EvidenceAsked): Measured {
  const files = labelledSet()
  if (asked.out !== null) write(files, asked.out)
  const all = programs(files, asked).map(tried)
  return { figures: [], tables: [overall(files, all), byTrap(files, all)], problems: [] }
}
