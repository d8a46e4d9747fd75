import { isStaff, look, may, type Route, seesPayees } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { findAsked, pageAsked, pagesAt } from '../../platform/paging.ts'
import { type Answer, type Asked, notAllowed, notFound } from '../../platform/route.ts'
import { forgetPayee } from '../actions/forget-payee.ts'
import { evidencePage } from '../pages/evidence.tsx'
import { myMoneyPage } from '../pages/my-money.tsx'
import { payeesPage } from '../pages/payees.tsx'
import { budgetOf, seesLines } from '../queries/budget.ts'
import { evidence } from '../queries/evidence.ts'
import { learntPayees } from '../queries/facts.ts'
import { type MyMoney, myMoney } from '../queries/my-money.ts'
import { withoutWords } from '../rules/hidden.ts'
import { evidenceKinds, type PayeeId } from '../types.ts'
import { lineNames, seen, stripOf } from './seeing.ts'

async function list(doing: Doing, { query }: Asked): Promise<Answer> {
  if (!isStaff(doing.actor)) return notFound
  const kind = evidenceKinds.find(each => each === one(query, 'show')) ?? 'answer'
  const find = findAsked(query)
  return evidencePage({
    evidence: await evidence(doing, { kind, find, page: pageAsked(query) }),
    kind,
    typed: query,
    searched: find !== '',
    hrefOf: pagesAt('/bank', query, { keep: ['find', 'show'] }),
  })
}

async function money(doing: Doing, { at }: Asked): Promise<Answer> {
  const budget = await budgetOf(doing, at['reference'] ?? '')
  if (budget === null) return notFound
  const { reference, organisation, person } = budget
  await look(doing, { page: 'my-money', organisation, person, details: { budget: reference } })
  const sees = await seesLines(doing, budget)
  return myMoneyPage({
    reference,
    sees,
    money: hideIn(await myMoney(doing, budget, sees), seesPayees(doing.actor)),
    maySend: sees && may(doing, 'bank.send'),
    names: await lineNames(doing, budget),
    ...(await stripOf(doing, budget)),
  })
}

const hideIn = (money: MyMoney, payees: boolean): MyMoney =>
  payees ? money : { ...money, moves: money.moves.map(withoutWords) }

async function payees(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'payees')
  if (found === null || !found.payees) return notFound
  const forgotten = one(asked.query, 'done') === 'forgotten'
  return payeesPage({
    reference: found.budget.reference,
    learnt: await learntPayees(doing, found.budget),
    names: await lineNames(doing, found.budget),
    mayForget: found.mayAnswer,
    done: forgotten ? 'Forgotten. We ask again about the payments that we matched by it.' : undefined,
    ...found.strip,
  })
}

async function forget(doing: Doing, { at }: Asked): Promise<Answer> {
  const payee = readId<'learnt payee'>(at['payee'] ?? '')
  if (payee === null) return notFound
  const reference = at['reference'] ?? ''
  const forgotten = await forgetPayee(doing, { reference, payee: payee as PayeeId })
  if (forgotten.done) return `/bank/${reference}/payees?done=forgotten`
  return forgotten.because.includes('not-allowed') ? notAllowed : notFound
}

export const moneyRoutes: readonly Route[] = [
  { at: 'GET /bank', allow: 'cases.list', handle: list },
  { at: 'GET /bank/:reference', allow: 'bank.read', handle: money },
  { at: 'GET /bank/:reference/payees', allow: 'bank.read', handle: payees },
  { at: 'POST /bank/:reference/payees/:payee/ending', allow: 'bank.answer', handle: forget },
]
