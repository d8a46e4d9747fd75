import { isStaff, may, type Route } from '../access/public.ts'
import type { Doing } from '../platform/doing.ts'
import { one } from '../platform/forms.ts'
import { findAsked, pageAsked, pagesAt } from '../platform/paging.ts'
import { type Answer, type Asked, notFound } from '../platform/route.ts'
import { accountAt, decide, give, note, prepare, sign, signAsBody, signOnPaper } from './acting.ts'
import { listPage } from './pages/list.tsx'
import { isFinance } from './queries/standing.ts'
import { whatWaits } from './queries/waiting.ts'
import { inCase, showAgreement } from './showing.ts'
import { showDeciding, showFacts, showGiving, showPreparation, showSigning } from './showing-forms.ts'
import { waitKinds } from './types.ts'

async function list(doing: Doing, { query }: Asked): Promise<Answer> {
  if (!isStaff(doing.actor)) return notFound
  const what = waitKinds.find(kind => kind === one(query, 'what')) ?? null
  const find = findAsked(query)
  return listPage({
    waiting: await whatWaits(doing, { what, find, page: pageAsked(query) }),
    typed: query,
    narrowed: what !== null || find !== '',
    hrefOf: pagesAt('/agreements', query, { keep: ['find', 'what'] }),
    decides: may(doing, 'agreements.approve-account'),
  })
}

export const routes: readonly Route[] = [
  { at: 'GET /agreements', allow: 'agreements.read', handle: list },
  {
    at: 'GET /agreements/:reference',
    allow: 'agreements.read',
    handle: (doing, asked) => inCase(doing, asked, at => showAgreement(doing, at, asked)),
  },
  {
    at: 'GET /agreements/:reference/preparation',
    allow: 'agreements.prepare',
    handle: (doing, asked) => inCase(doing, asked, at => showPreparation(doing, at)),
  },
  {
    at: 'POST /agreements/:reference/preparation',
    allow: 'agreements.prepare',
    handle: (doing, asked) => inCase(doing, asked, at => prepare(doing, at, asked)),
  },
  {
    at: 'GET /agreements/:reference/signature',
    allow: 'agreements.sign',
    handle: (doing, asked) => inCase(doing, asked, at => showSigning(doing, at, { onPaper: false })),
  },
  {
    at: 'POST /agreements/:reference/signature',
    allow: 'agreements.sign',
    handle: (doing, asked) => inCase(doing, asked, at => sign(doing, at, asked)),
  },
  {
    at: 'GET /agreements/:reference/paper-signature',
    allow: 'agreements.prepare',
    handle: (doing, asked) => inCase(doing, asked, at => showSigning(doing, at, { onPaper: true })),
  },
  {
    at: 'POST /agreements/:reference/paper-signature',
    allow: 'agreements.prepare',
    handle: (doing, asked) => inCase(doing, asked, at => signOnPaper(doing, at, asked)),
  },
  {
    at: 'POST /agreements/:reference/body-signature',
    allow: 'plans.sign-off',
    handle: (doing, asked) => inCase(doing, asked, at => signAsBody(doing, at, asked)),
  },
  {
    at: 'GET /agreements/:reference/account',
    allow: 'agreements.bank-account',
    handle: (doing, asked) => inCase(doing, asked, at => showGiving(doing, at)),
  },
  {
    at: 'POST /agreements/:reference/account',
    allow: 'agreements.bank-account',
    handle: (doing, asked) => inCase(doing, asked, at => give(doing, at, asked)),
  },
  {
    at: 'GET /agreements/:reference/account/:account',
    allow: 'agreements.approve-account',
    handle: (doing, asked) =>
      inCase(doing, asked, async at => {
        const account = await accountAt(doing, at, asked)
        if (account === null || !isFinance(doing, at.found.organisation)) return notFound
        return showDeciding(doing, at, { account })
      }),
  },
  {
    at: 'POST /agreements/:reference/account/:account/decision',
    allow: 'agreements.approve-account',
    handle: (doing, asked) => inCase(doing, asked, at => decide(doing, at, asked)),
  },
  {
    at: 'GET /agreements/:reference/facts',
    allow: 'agreements.read',
    handle: (doing, asked) => inCase(doing, asked, at => showFacts(doing, at)),
  },
  {
    at: 'POST /agreements/:reference/facts',
    allow: 'agreements.read',
    handle: (doing, asked) => inCase(doing, asked, at => note(doing, at, asked)),
  },
]
