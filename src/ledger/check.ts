import { sql } from 'kysely'
import { type Pence, sayMoney } from '../kernel/money.ts'
import type { Doing } from '../platform/doing.ts'
import type { Job } from '../platform/jobs.ts'
import { breachesOf, invariants } from './invariants.ts'

export type Checked = {
  readonly accounts: bigint
  readonly entries: bigint
  readonly reversals: bigint
  readonly postings: bigint
  /** All that was ever moved into accounts, in pence; as much was moved out. */
  readonly moved: Pence
  readonly findings: readonly {
    readonly says: string
    readonly broken: number
    readonly first: readonly string[]
  }[]
}

/** Recomputes every balance from the postings and asks every invariant. Run as the service: it sees all. */
export async function checkLedger(doing: Doing): Promise<Checked> {
  const { rows } = await sql<Omit<Checked, 'findings'>>`select
      (select count(*) from ledger.account) as accounts, (select count(*) from ledger.entry) as entries,
      (select count(*) from ledger.entry where reverses is not null) as reversals,
      (select count(*) from ledger.posting) as postings,
      (select coalesce(sum(pence) filter (where pence > 0), 0)::bigint from ledger.posting) as moved`.execute(
    doing.transaction,
  )
  const findings: Checked['findings'][number][] = []
  for (const one of invariants) {
    const { count, first } = await breachesOf(doing, one)
    findings.push({ says: one.says, broken: count, first })
  }
  const [figures] = rows
  if (figures === undefined) throw new Error('counting the ledger gave no row')
  return { ...figures, findings }
}

/** Whether every invariant holds. */
export const isSound = ({ findings }: Checked): boolean => findings.every(({ broken }) => broken === 0)

const grouped = (count: bigint): string => count.toLocaleString('en-GB')

/** What a check found, for the operator to read. */
export function sayChecked(checked: Checked): string {
  const { accounts, entries, reversals, postings, moved, findings } = checked
  const lines = findings.flatMap(({ says, broken, first }) => [
    `  ${broken === 0 ? 'yes' : 'NO '}  ${says}`,
    ...first.map(about => `         ${about}`),
    ...(broken > first.length ? [`         and ${broken - first.length} more`] : []),
  ])
  return [
    `${grouped(accounts)} accounts, ${grouped(entries)} entries (${grouped(reversals)} of them reversals), ` +
      `${grouped(postings)} postings, ${sayMoney(moved)} moved.`,
    ...lines,
    isSound(checked) ? 'The ledger is sound.' : 'The ledger is NOT sound.',
    '',
  ].join('\n')
}

/** Every night: what is not so is in the log by morning. */
export const checkJob: Job = {
  name: 'check-ledger',
  every: '20 2 * * *',
  async run(doing) {
    const checked = await checkLedger(doing)
    const broken = checked.findings
      .filter(one => one.broken > 0)
      .map(({ says, broken }) => ({ says, broken }))
    if (broken.length > 0) doing.log.error({ broken }, 'the ledger is not sound')
    else doing.log.info({ entries: Number(checked.entries) }, 'the ledger is sound')
  },
}
