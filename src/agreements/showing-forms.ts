import { later } from '../kernel/days.ts'
import type { Doing } from '../platform/doing.ts'
import { typedDay } from '../platform/forms.ts'
import { type Answer, type FieldError, notFound, type Typed } from '../platform/route.ts'
import { usualNoticeDays } from './actions/prepare.ts'
import { decidePage, givePage } from './pages/account.tsx'
import { factsPage } from './pages/facts.tsx'
import { preparePage } from './pages/prepare.tsx'
import { paperPage, signPage } from './pages/sign.tsx'
import { type AccountRow, accountsOf, openAccount } from './queries/accounts.ts'
import { type Agreement, factsOf } from './queries/agreements.ts'
import { bondsOn, isApprover, isOffice } from './queries/standing.ts'
import { organisationsToHold, planFor } from './queries/to-prepare.ts'
import { conditionsNotMet, mayGive } from './rules/account.ts'
import { type Notable, notable } from './rules/note.ts'
import type { InCase } from './showing.ts'
import type { AccountOwner } from './types.ts'

/** What was typed and what is wrong with it, when a form comes back. */
export type Wrong = { readonly typed: Typed; readonly errors: readonly FieldError[] }

const nothingTyped: Wrong = { typed: {}, errors: [] }

/** What the form of preparing is about: the lines of the plan that it is made on. */
export const linesToHold = (doing: Doing, at: InCase) => planFor(doing, at.found.reference, doing.today)

export async function showPreparation(doing: Doing, at: InCase, wrong?: Wrong): Promise<Answer> {
  const { found, child, newest } = at
  if (!isOffice(doing, found.organisation)) return notFound
  const { version, lines } = await linesToHold(doing, at)
  const from = version?.in_force_from ? later(doing.today, version.in_force_from) : doing.today
  const typed = {
    seen: String(newest?.number ?? 0),
    canDecide: newest === null || newest.own_consent ? 'yes' : 'no',
    oneOff: 'no',
    ...typedDay('from', from),
    ...Object.fromEntries(lines.map(line => [`way-${line.line_key}`, line.way ?? ''])),
    ...(child ? {} : { holder: 'person' }),
  }
  return preparePage({
    reference: found.reference,
    strip: at.strip,
    lines,
    child,
    bonds: await bondsOn(doing, found.person),
    organisations: await organisationsToHold(doing),
    noticeDays: version?.notice_days ?? usualNoticeDays,
    typed: wrong?.typed ?? typed,
    errors: wrong?.errors ?? [],
  })
}

type Signing = { readonly onPaper: boolean; readonly wrong?: Wrong }

/** The newest agreement to read and sign; not found where there is none, or somebody else signs. */
export function showSigning(doing: Doing, at: InCase, { onPaper, wrong }: Signing): Answer {
  const { found, strip, newest, standing } = at
  const family = standing !== 'staff' && standing !== 'somebody-else' && standing !== 'nominee'
  const mine = onPaper ? isOffice(doing, found.organisation) : family
  if (newest === null || !mine) return notFound
  const shows = { reference: found.reference, strip, one: newest, ...(wrong ?? nothingTyped) }
  return onPaper ? paperPage(shows) : signPage(shows)
}

const ownersOf = (one: Agreement): readonly AccountOwner[] => [
  ...(one.holder_kind === 'none' || one.holder_kind === 'third-party' ? [] : [one.holder_kind]),
  ...(one.third_party_id === null ? [] : (['third-party'] as const)),
]

/** The form on which the holder gives an account; not found for whoever may not. */
export async function showGiving(doing: Doing, at: InCase, wrong?: Wrong): Promise<Answer> {
  const { found, newest, standing } = at
  if (newest === null || !mayGive(standing, newest.holder_kind)) return notFound
  const owners = ownersOf(newest)
  const accounts = await accountsOf(doing, found.reference)
  return givePage({
    reference: found.reference,
    strip: at.strip,
    owners,
    oneOff: newest.one_off_items !== null,
    isChange: accounts.some(({ closed_on }) => closed_on === null),
    typed: wrong?.typed ?? (owners.length === 1 ? { whose: owners[0] ?? '' } : {}),
    errors: wrong?.errors ?? [],
  })
}

/**
 * The numbers of an account, opened for the finance officer who decides about it: the look is written down.
 */
export async function showDeciding(
  doing: Doing,
  at: InCase,
  { account, wrong }: { readonly account: AccountRow; readonly wrong?: Wrong },
): Promise<Answer> {
  const asked = {
    decision: 'approved',
    because: '',
    mayApprove: true,
    gaveIt: false,
    isApproved: false,
    isClosed: false,
    whose: account.whose,
    solePurpose: account.sole_purpose,
    auditable: account.auditable,
    othersUseIt: account.others_use_it,
    oneOff: account.one_off,
  } as const
  const holderName = account.whose === 'third-party' ? at.newest?.third_party_name : at.newest?.holder_name
  return decidePage({
    account,
    strip: at.strip,
    holderName: holderName ?? '',
    details: account.closed_on === null ? await openAccount(doing, account.id) : null,
    problems: account.approved_on === null ? [...conditionsNotMet(asked)] : [],
    ...(wrong ?? nothingTyped),
  })
}

/** What this reader may write down: a nominee agrees for themselves, the body by its approvers. */
function kindsFor(doing: Doing, { found, standing, newest }: InCase): readonly Notable[] {
  const nominee = newest?.holder_kind === 'nominee'
  const office = isOffice(doing, found.organisation)
  return notable.filter(what => {
    if (what === 'body-agreed-nominee') return nominee && isApprover(doing, found.organisation)
    if (what === 'exclusion') return office
    if (what === 'nominee-agreed') return nominee && (office || standing === 'nominee')
    if (what === 'nominee-withdrawn') return nominee && standing !== 'nominee'
    return what === 'employer-insurance' || standing !== 'nominee'
  })
}

export async function showFacts(doing: Doing, at: InCase, wrong?: Wrong): Promise<Answer> {
  const { found, newest, standing } = at
  if (newest === null || standing === 'somebody-else') return notFound
  return factsPage({
    reference: found.reference,
    strip: at.strip,
    kinds: kindsFor(doing, at),
    facts: await factsOf(doing, newest.id),
    typed: wrong?.typed ?? {
      ...typedDay('on', doing.today),
      ...(standing === 'staff' ? {} : { by: doing.actor.name, how: 'online' }),
    },
    errors: wrong?.errors ?? [],
  })
}
