import type { Done } from '../kernel/answers.ts'
import type { PlainDate } from '../kernel/days.ts'
import { newId } from '../kernel/ids.ts'
import { linesOn } from '../plans/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { caseOf } from '../requests/public.ts'
import { decideAccount } from './actions/decide-account.ts'
import { giveAccount, type NewAccount } from './actions/give-account.ts'
import { prepareAgreement } from './actions/prepare.ts'
import { signForBody, signForPerson } from './actions/sign.ts'
import type { NewAgreement } from './asked.ts'
import { agreementById } from './queries/agreements.ts'
import type { AccountId, AgreementId } from './types.ts'

/**
 * Invented numbers under a sort code that no bank has: they could not be checked, and nobody is paid by
 * mistake.
 */
export const anAccount = (say: Partial<NewAccount> & { readonly reference: string }): NewAccount => ({
  name: 'G TALLIS PHB',
  sortCode: '000001',
  accountNumber: '12341234',
  whose: 'person',
  solePurpose: true,
  othersUseIt: false,
  auditable: true,
  ...say,
})

type Asked = Partial<NewAgreement> & {
  readonly reference: string
  /** Who signs for the NHS: somebody with a limit, who did not prepare it. */
  readonly approver: Actor
  /** Who approves the account; without one no account is given. */
  readonly finance?: Actor | undefined
  readonly account?: Partial<NewAccount>
  /** Whose name is under it; the person's unless said. */
  readonly signer?: string
}

export type Example = {
  readonly agreement: AgreementId
  readonly account: AccountId | null
  readonly from: PlainDate
}

function must<Value>(asked: Done<Value, string>): Value {
  if (!asked.done) throw new Error(`The example was refused: ${asked.because.join(', ')}`)
  return asked.value
}

/**
 * An agreement as it is asked for on a signed-off plan: every line in the way the plan says, held by the
 * person.
 */
export async function aNewAgreement(
  doing: Doing,
  say: Partial<NewAgreement> & { readonly reference: string },
): Promise<NewAgreement> {
  const found = await caseOf(doing, say.reference)
  const lines = await linesOn(doing, say.reference, say.from ?? doing.today)
  const direct = lines.some(({ way }) => way === 'direct-payment')
  return {
    from: doing.today,
    ways: lines.map(line => ({ line: line.line_key, way: line.way })),
    holder: direct ? { kind: 'person' } : null,
    consent: direct
      ? { by: found?.personName ?? '', asWho: 'the-person', on: doing.today, how: 'paper' }
      : null,
    exclusionsAsked: true,
    ...(lines.some(({ employs }) => employs) ? { insurance: { from: say.from ?? doing.today } } : {}),
    ...say,
  }
}

/**
 * An agreement from preparing to both signatures, with its account given and approved, through the same
 * actions as
 * people use; for tests and for the invented place. Call it as the service, on the day on which it is to
 * have happened,
 * on a case whose plan is signed off.
 */
export async function aSignedAgreement(doing: Doing, asked: Asked): Promise<Example> {
  const { approver, finance, account, signer, ...say } = asked
  const wanted = await aNewAgreement(doing, say)
  const { id } = must(await prepareAgreement(doing, wanted))
  const made = await agreementById(doing, id)
  const person = await caseOf(doing, asked.reference)
  must(
    await signForPerson(doing, {
      agreement: id,
      agreedTo: made?.conditions.map(({ key }) => key) ?? [],
      name: signer ?? person?.personName ?? '',
      onPaper: true,
    }),
  )
  must(await signForBody({ ...doing, actor: approver }, { agreement: id }))
  if (finance === undefined) return { agreement: id, account: null, from: wanted.from }
  const kind = made?.holder_kind ?? 'person'
  const given = must(
    await giveAccount(
      doing,
      anAccount({
        reference: asked.reference,
        whose: kind === 'none' ? 'third-party' : kind,
        name: made?.holder_name.slice(0, 70) || 'Budget account',
        ...account,
      }),
    ),
  )
  must(await decideAccount({ ...doing, actor: finance }, { account: given.id, decided: 'approved' }))
  return { agreement: id, account: given.id, from: wanted.from }
}

/** Somebody of an organisation in a role, for the parts of an example that one person may not do alone. */
export const aColleague = (
  name: string,
  role: string,
  organisation: Actor['roles'][number]['organisation'],
) => ({ id: newId<'actor'>(), name, person: null, roles: [{ role, organisation }] }) satisfies Actor
