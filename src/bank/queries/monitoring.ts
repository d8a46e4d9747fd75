import type { PlainDate } from '../../kernel/days.ts'
import { figuresOver, type OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { lookingAt, type MonitoringSettings } from '../rules/monitoring.ts'
import type { Budget } from '../rules/posting.ts'
import { settingNames } from '../rules/settings.ts'
import { here } from '../tables.ts'
import type { LineId } from '../types.ts'
import { standingIn } from './one-budget.ts'

/** The figures that a body set for itself, dated; the usual ones where it set none. */
export async function monitoringSettings(
  doing: Doing,
  organisation: OrganisationId,
): Promise<MonitoringSettings> {
  const set = (await figuresOver(doing, organisation, settingNames))(doing.today)
  return {
    settledDays: set['looking-settled-days'],
    least: set['looking-least-payments'],
    shares: {
      light: set['looking-light-share'],
      usual: set['looking-usual-share'],
      close: set['looking-close-share'],
    },
  }
}

/** The flags of a budget, those that stand first, the newest first. */
export const flagsOf = (doing: Doing, { reference }: Budget) =>
  here(doing)
    .db.selectFrom('bank.flag_shown')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('ended_on', 'desc')
    .orderBy('raised_on', 'desc')
    .orderBy('id')
    .execute()

export type FlagShown = Awaited<ReturnType<typeof flagsOf>>[number]

/** How closely a budget is looked at today and why; null where there is no money to look at. */
export async function lookingOf(doing: Doing, budget: Budget) {
  const row = await standingIn(doing, budget)
  if (row === null) return null
  const settings = await monitoringSettings(doing, budget.organisation)
  const flags = await flagsOf(doing, budget)
  const open = flags.filter(({ ended_on }) => ended_on === null)
  const facts = {
    since: row.from,
    statementOverdue: row.overdue,
    flags: open.map(({ kind }) => kind),
  }
  return { ...lookingAt(facts, doing.today, settings), settings, flags }
}

/** Payments out of the account in some days, as the lot may fall on them, oldest first. */
export async function paymentsIn(
  doing: Doing,
  { reference }: Budget,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<readonly LineId[]> {
  const rows = await here(doing)
    .db.selectFrom('bank.line_shown')
    .select('id')
    .where('reference', '=', reference)
    .where('amount', '<', 0n as never)
    .where('on_day', '>=', from)
    .where('on_day', '<=', until)
    .orderBy('on_day')
    .orderBy('read_order')
    .execute()
  return rows.map(({ id }) => id)
}

/** The samples that were drawn of a budget, the newest first. */
export const samplesOf = (doing: Doing, { reference }: Budget) =>
  here(doing)
    .db.selectFrom('bank.sample')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('until_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

export type SampleShown = Awaited<ReturnType<typeof samplesOf>>[number]

/** The lines of all samples of a budget, each with how many receipts it has. */
export const sampledLines = (doing: Doing, { reference }: Budget) =>
  here(doing)
    .db.selectFrom('bank.sample_line as s')
    .innerJoin('bank.sample as d', 'd.id', 's.sample_id')
    .innerJoin('bank.line_shown as l', 'l.id', 's.line_id')
    .select(['s.sample_id', 'l.id', 'l.on_day', 'l.amount', 'l.says', 'l.kind', 'l.line_key', 'l.question'])
    .select(({ selectFrom }) =>
      selectFrom('bank.receipt as r')
        .select(({ fn }) => fn.countAll<bigint>().as('many'))
        .whereRef('r.line_id', '=', 'l.id')
        .as('receipts'),
    )
    .where('d.reference', '=', reference)
    .orderBy('s.place')
    .execute()

export type SampledLine = Awaited<ReturnType<typeof sampledLines>>[number]
