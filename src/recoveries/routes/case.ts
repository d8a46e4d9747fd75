import { may, type Route } from '../../access/public.ts'
import { type Pence, plainMoney } from '../../kernel/money.ts'
import { figureRoutes } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { pageAsked, pagesAt } from '../../platform/paging.ts'
import { type Answer, type Asked, notFound } from '../../platform/route.ts'
import { findRule } from '../../rights/public.ts'
import { fewestDays, periodPaymentOf, propose } from '../actions/propose.ts'
import { readOwed, readProposal } from '../forms.ts'
import { caseRecoveriesPage, type OfCase, recoveriesPage } from '../pages/list.tsx'
import { proposePage } from '../pages/propose.tsx'
import { asTyped, owedToAssistants } from '../queries/assistants.ts'
import { type Budget, budgetFound, workingToday } from '../queries/found.ts'
import { recoveriesListed } from '../queries/listed.ts'
import { recoveriesOf } from '../queries/recoveries.ts'
import { type ProposeProblem, proposeSays } from '../rules/proposing.ts'
import { settingNames } from '../rules/settings.ts'
import { standingOf, termsOf } from '../rules/standing.ts'
import type { Recovery } from '../types.ts'
import { errorsAt, nothingWrong, type Seen, seen, type Wrong } from './seeing.ts'

async function list(doing: Doing, { query }: Asked): Promise<Answer> {
  const rows = await recoveriesListed(doing)
  return recoveriesPage({
    rows,
    all: one(query, 'show') === 'all',
    page: pageAsked(query),
    hrefOf: pagesAt('/recoveries', query, { keep: ['show'] }),
    maySet: may(doing, 'recoveries.settings'),
  })
}

function rowOf(doing: Doing, recovery: Recovery): OfCase {
  const [terms, standing] = [termsOf(recovery, doing.today), standingOf(recovery, doing.today)]
  const answerBy = standing === 'objected' ? (recovery.objection?.answerBy ?? null) : null
  const moves = ['told', 'answered', 'to-enter'].includes(standing) ? terms.movesOn : null
  const repay = ['to-repay', 'late'].includes(standing) ? terms.repayBy : null
  return {
    number: recovery.number,
    standing,
    way: recovery.way,
    amount: terms.amount,
    next: answerBy ?? moves ?? repay,
    proposedOn: recovery.notice?.sentOn ?? recovery.proposedOn,
    ground: recovery.ground,
  }
}

async function ofCase(doing: Doing, asked: Asked): Promise<Answer> {
  const all = await seen(doing, asked, 'recoveries')
  if (all === null) return notFound
  const { reference } = all.found
  const budget = all.staff ? await budgetFound(doing, reference) : null
  return caseRecoveriesPage({
    reference,
    rows: (await recoveriesOf(doing, reference)).map(recovery => rowOf(doing, recovery)),
    working: budget === null ? null : workingToday(budget, await owedToAssistants(doing, reference)),
    mayPropose: may(doing, 'recoveries.propose'),
    ...all.strip,
  })
}

const ruleIds = ['DP-REPAY-01', 'PROTECTED-MONEY', 'PRACTICE-SURPLUS'] as const

type Proposing = {
  readonly all: Seen
  readonly budget: Budget
  readonly wrong: Wrong
  readonly worked?: true
  readonly periodPayment: Pence | null
}

function proposing({ all, budget, wrong, worked, periodPayment }: Proposing): Answer {
  const owed = readOwed(wrong.typed)
  const died = budget.diedOn !== null
  const working = workingToday(budget, owed.ok ? owed.value : [])
  const ground = died ? 'patient-died' : 'substantial-share-unspent'
  const filled = {
    whoMustRepay: died ? `The estate of ${all.found.personName}` : budget.holder,
    repayDays: String(fewestDays(budget, ground)),
    ground: died ? ground : '',
    way: 'repay',
    ...wrong.typed,
    ...(worked ? { amount: plainMoney(working.surplus) } : {}),
  }
  return proposePage({
    reference: all.found.reference,
    working,
    died,
    rules: [...ruleIds, ...(died ? (['BILLS-BEFORE-RECOVERY'] as const) : [])].map(findRule),
    ...all.strip,
    typed: filled,
    errors: wrong.errors,
    workedOut: worked === true,
    periodPayment,
  })
}

async function showProposing(doing: Doing, asked: Asked): Promise<Answer> {
  const all = await seen(doing, asked, 'recovery-proposal')
  const budget = all ? await budgetFound(doing, all.found.reference) : null
  if (!all || !budget) return notFound
  const typed = asTyped(await owedToAssistants(doing, all.found.reference))
  const periodPayment = await periodPaymentOf(doing, all.found.reference)
  return proposing({ all, budget, periodPayment, wrong: { ...nothingWrong, typed } })
}

const fieldOf: Partial<Record<ProposeProblem, string>> = {
  'reasons-missing': 'because',
  'amount-missing': 'amount',
  'more-than-is-left': 'amount',
  'more-than-was-spent-outside': 'amount',
  'more-than-one-period': 'amount',
  'nothing-left-of-it': 'amount',
  'no-coming-payment': 'way',
  'who-missing': 'whoMustRepay',
  'too-little-time': 'repayDays',
  'executor-missing': 'executorName',
  'final-bills-not-asked': 'owed-wages',
}

async function proposeIt(doing: Doing, asked: Asked): Promise<Answer> {
  const all = await seen(doing, asked, 'recovery-proposal')
  const budget = all ? await budgetFound(doing, all.found.reference) : null
  if (!all || !budget) return notFound
  const periodPayment = await periodPaymentOf(doing, all.found.reference)
  const of = { all, budget, periodPayment }
  const again = (errors: Wrong['errors']) => proposing({ ...of, wrong: { typed: asked.form, errors } })
  if (one(asked.form, 'do') === 'work-out')
    return workOut({ ...of, wrong: { typed: asked.form, errors: [] } })
  const read = readProposal(asked.form)
  if (!read.ok) return again(read.errors)
  const made = await propose(doing, { reference: all.found.reference, ...read.value })
  if (made.done) return `/recoveries/${all.found.reference}/${made.value.number}?done=proposed`
  return again(errorsAt(made.because, proposeSays, reason => fieldOf[reason] ?? 'ground'))
}

function workOut({ wrong, ...of }: Proposing): Answer {
  const owed = readOwed(wrong.typed)
  return owed.ok
    ? proposing({ ...of, wrong, worked: true })
    : proposing({ ...of, wrong: { ...wrong, errors: owed.errors } })
}

export const caseRoutes: readonly Route[] = [
  { at: 'GET /recoveries', allow: 'recoveries.list', handle: list },
  ...figureRoutes({
    at: '/recoveries/settings',
    back: '/recoveries',
    title: 'Figures for recoveries',
    facts: settingNames,
    see: 'recoveries.list',
    set: 'recoveries.settings',
  }),
  { at: 'GET /recoveries/:reference', allow: 'recoveries.read', handle: ofCase },
  { at: 'GET /recoveries/:reference/new', allow: 'recoveries.propose', handle: showProposing },
  { at: 'POST /recoveries/:reference/new', allow: 'recoveries.propose', handle: proposeIt },
]
