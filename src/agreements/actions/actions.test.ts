import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { doingIt, emptyDatabase, type Someone, someone, tryAs, trying } from '../../../test/harness.ts'
import { letSee, setApprovalLimit } from '../../access/public.ts'
import { addDays, addYears, plainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { plus, sayMoney } from '../../kernel/money.ts'
import { allocatedTo, balanceOf } from '../../ledger/public.ts'
import {
  addOrganisation,
  addPerson,
  type OrganisationId,
  type PersonId,
  relate,
} from '../../people/public.ts'
import { signedOffPlan } from '../../plans/examples.ts'
import type { Doing } from '../../platform/doing.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { aNewAgreement, anAccount, aSignedAgreement } from '../examples.ts'
import {
  agreementOn,
  allocateUntil,
  decideAccount,
  endAgreement,
  giveAccount,
  heldFacts,
  heldFactsOf,
  newestAgreement,
  noteFact,
  prepareAgreement,
  signForBody,
  signForPerson,
  whyNotHeld,
} from '../public.ts'
import { moneyFor } from '../rules/year.ts'

type Place = {
  readonly database: TestDatabase
  readonly icb: OrganisationId
  readonly provider: OrganisationId
  readonly priya: Someone
  readonly tom: Someone
  readonly ngozi: Someone
  readonly gwen: Someone
  readonly lowri: Someone
  readonly person: PersonId
  readonly nominee: string
  readonly reference: Reference
}
let place: Place

const must = <Value>(
  asked: { done: true; value: Value } | { done: false; because: readonly string[] },
): Value => {
  assert.ok(asked.done, asked.done ? '' : asked.because.join(', '))
  return asked.value
}

before(async () => {
  const database = await emptyDatabase()
  const { icb, provider } = await doingIt(database, async doing => ({
    icb: await addOrganisation(doing, {
      code: 'QMB',
      kind: 'icb',
      name: 'NHS Millbrook ICB',
      invented: true,
    }),
    provider: await addOrganisation(doing, { code: 'MBL', kind: 'provider', name: 'Millbrook Living' }),
  }))
  const priya = await someone(database, { name: 'Priya Nair', role: 'case-worker', organisation: icb })
  const tom = await someone(database, { name: 'Tom Birkett', role: 'team-leader', organisation: icb })
  const ngozi = await someone(database, { name: 'Ngozi Okafor', role: 'finance-officer', organisation: icb })
  const made = await doingIt(database, async doing => {
    const add = async (fullName: string, born: string) =>
      must(await addPerson(doing, { organisation: icb, fullName, bornOn: plainDate(born) }))
    const [person, niece] = [await add('Gwen Tallis', '1962-03-09'), await add('Lowri Castell', '1990-02-01')]
    const from = doing.today
    await setApprovalLimit(doing, { organisation: icb, role: 'team-leader', weekly: null, from, source: 'x' })
    const lines = [{}, { says: 'Sleep-ins' }]
    const { reference } = await signedOffPlan(doing, { organisation: icb, person, lines })
    await letSee(doing, { actor: priya.id }, { person, sees: 'all', because: 'case worker', from })
    return { person, niece, reference }
  })
  const gwen = await someone(database, { name: 'Gwen Tallis', person: made.person })
  const lowri = await someone(database, { name: 'Lowri Castell', person: made.niece })
  const nominee = await doingIt(database, async doing => {
    const other = { person: made.niece, name: 'Lowri Castell' }
    const kind = 'nominee' as const
    return must(
      await relate(doing, { person: made.person, other, kind, from: doing.today, namedOn: doing.today }),
    )
  })
  const { person, reference } = made
  place = { database, icb, provider, priya, tom, ngozi, gwen, lowri, person, nominee, reference }
})

const reasonsToday = async (doing: Doing) => {
  const facts = await heldFacts(doing, place.reference, doing.today)
  assert.ok(facts)
  return whyNotHeld(facts, doing.today)
}

const prepared = async (doing: Doing, say: Partial<Parameters<typeof prepareAgreement>[1]> = {}) =>
  must(await prepareAgreement(doing, await aNewAgreement(doing, { reference: place.reference, ...say }))).id

const signedByGwen = async (doing: Doing, agreement: Parameters<typeof signForPerson>[1]['agreement']) => {
  const agreedTo = (await agreementConditions(doing)).map(({ key }) => key)
  return signForPerson(doing, { agreement, agreedTo, name: 'Gwen Tallis', onPaper: true })
}
const agreementConditions = async (doing: Doing) =>
  (await newestAgreement(doing, place.reference))?.conditions ?? []

test('who prepared an agreement cannot sign it for the NHS, nor can a role without a limit', async () => {
  const { database, priya, tom } = place
  await tryAs(database, tom, async doing => {
    const agreement = await prepared(doing)
    assert.deepEqual(await signForBody(doing, { agreement }), { done: false, because: ['wrote-it'] })
  })
  await tryAs(database, priya, async doing => {
    const agreement = await prepared(doing)
    const refused = await signForBody(doing, { agreement })
    assert.ok(!refused.done && refused.because.includes('role-may-not-sign'))
  })
})

test('V-10: a nominee holds once both have agreed; a withdrawal only asks for a review', async () => {
  const { database, nominee, tom, ngozi, reference } = place
  await trying(database, async doing => {
    const agreement = await prepared(doing, { holder: { kind: 'nominee', relationship: nominee } })
    must(await signedByGwen(doing, agreement))
    must(await signForBody({ ...doing, actor: tom }, { agreement }))
    const account = must(await giveAccount(doing, anAccount({ reference, whose: 'nominee' })))
    must(await decideAccount({ ...doing, actor: ngozi }, { account: account.id, decided: 'approved' }))
    assert.deepEqual(await reasonsToday(doing), ['nominee-has-not-agreed', 'nominee-not-agreed-by-ICB'])
    const note = { reference, on: doing.today, by: 'Lowri Castell' }
    must(await noteFact(doing, { ...note, what: 'nominee-agreed' }))
    assert.deepEqual(await reasonsToday(doing), ['nominee-not-agreed-by-ICB'])
    const byFinance = await noteFact({ ...doing, actor: ngozi }, { ...note, what: 'body-agreed-nominee' })
    assert.deepEqual(byFinance, { done: false, because: ['not-yours-to-note'] })
    must(await noteFact({ ...doing, actor: tom }, { ...note, what: 'body-agreed-nominee' }))
    assert.deepEqual(await reasonsToday(doing), [])
    const withdrawn = must(await noteFact(doing, { ...note, what: 'nominee-withdrawn', by: 'Gwen Tallis' }))
    assert.deepEqual(withdrawn.follows, ['consider-stopping', 'review-as-soon-as-reasonably-possible'])
    assert.deepEqual(await reasonsToday(doing), [])
  })
})

test('a nominee gives the account and sees no other; they cannot sign or take consent back', async () => {
  const { database, nominee, lowri, gwen, reference } = place
  const agreement = await doingIt(database, doing =>
    prepared(doing, { holder: { kind: 'nominee', relationship: nominee } }),
  )
  await tryAs(database, lowri, async doing => {
    must(await giveAccount(doing, anAccount({ reference, whose: 'nominee', name: 'L CASTELL PHB' })))
    const facts = await heldFacts(doing, reference, doing.today)
    assert.deepEqual(
      facts?.accounts.map(({ name }) => name),
      ['L CASTELL PHB'],
    )
    const sign = await signForPerson(doing, { agreement, agreedTo: [], name: 'Lowri Castell' })
    assert.ok(!sign.done && sign.because.includes('not-yours-to-sign'))
    const note = { reference, what: 'consent-withdrawn', on: doing.today, by: 'Lowri' } as const
    assert.deepEqual(await noteFact(doing, note), { done: false, because: ['not-yours-to-note'] })
  })
  await tryAs(database, gwen, async doing => {
    const note = { reference, what: 'consent-withdrawn', on: doing.today, by: 'Gwen Tallis' } as const
    assert.deepEqual(must(await noteFact(doing, note)).follows, ['direct-payment-must-stop'])
    assert.ok((await reasonsToday(doing)).includes('consent-withdrawn'))
  })
})

test('whoever gave an account cannot approve it, and a condition that is not met bars approval', async () => {
  const { database, ngozi, reference } = place
  await tryAs(database, ngozi, async doing => {
    const bad = anAccount({ reference, whose: 'nominee', solePurpose: false, accountNumber: '12341235' })
    const account = must(await giveAccount(doing, bad))
    assert.deepEqual(await decideAccount(doing, { account: account.id, decided: 'approved' }), {
      done: false,
      because: ['gave-it-yourself', 'account-not-kept-for-this-money'],
    })
    const of = await giveAccount(doing, anAccount({ reference, whose: 'person' }))
    assert.deepEqual(of, { done: false, because: ['account-of-somebody-else'] })
  })
})

test('a mix: the third party may see the plan, and its account is its own', async () => {
  const { database, provider, tom, ngozi, reference } = place
  await trying(database, async doing => {
    const ways = [
      { line: 'line-1', way: 'direct-payment' as const },
      { line: 'line-2', way: 'third-party' as const, because: 'Nights are hard to cover alone.' },
    ]
    await aSignedAgreement(doing, { reference, ways, thirdParty: provider, approver: tom, finance: ngozi })
    const sight = await doing.transaction
      .selectFrom('access.grant' as never)
      .select('sees' as never)
      .where('to_organisation_id' as never, '=', provider as never)
      .execute()
    assert.deepEqual(sight, [{ sees: 'plan' }])
    assert.deepEqual(await reasonsToday(doing), [])
    const facts = (await heldFactsOf(doing, [reference], doing.today)).get(reference)
    assert.ok(facts)
    assert.deepEqual(whyNotHeld(facts, doing.today, 'third-party'), ['account-not-given'])
  })
})

test('a new agreement takes over from its day, and what was set aside twice is given back', async () => {
  const { database, tom, ngozi, reference } = place
  await trying(database, async doing => {
    await aSignedAgreement(doing, { reference, approver: tom, finance: ngozi })
    const first = await balanceOf(doing, allocatedTo(reference))
    const from = addDays(doing.today, 28)
    await aSignedAgreement(doing, { reference, from, approver: tom })
    assert.notEqual((await agreementOn(doing, reference, doing.today))?.from_on, from)
    assert.equal((await agreementOn(doing, reference, from))?.from_on, from)
    const four = (await agreementOn(doing, reference, from))?.weekly_direct
    assert.ok(four)
    const expected = plus(moneyFor(four, doing.today, addDays(from, -1)), first)
    assert.equal(sayMoney(await balanceOf(doing, allocatedTo(reference))), sayMoney(expected))
    assert.deepEqual(must(await allocateUntil(doing, reference, from)), 0)
    assert.deepEqual(must(await allocateUntil(doing, reference, addYears(from, 1))), 1)
    assert.deepEqual(must(await allocateUntil(doing, reference, addYears(from, 1))), 0)
  })
})

test('an end goes out with notice, reasons and letters, and later days go back to the fund', async () => {
  const { database, tom, ngozi, priya, reference } = place
  await doingIt(database, doing => aSignedAgreement(doing, { reference, approver: tom, finance: ngozi }))
  await tryAs(database, tom, async doing => {
    const end = { reference, ground: 'spent-outside-plan', because: 'It was spent on rent.' } as const
    assert.deepEqual(await endAgreement(doing, { ...end, on: addDays(doing.today, 27) }), {
      done: false,
      because: ['notice-too-short'],
    })
    const before = await balanceOf(doing, allocatedTo(reference))
    const ended = must(await endAgreement(doing, { ...end, on: addDays(doing.today, 28) }))
    assert.equal(ended.letters.length, 2)
    assert.equal(plus(ended.released, await balanceOf(doing, allocatedTo(reference))), before)
    const again = await endAgreement(doing, { ...end, on: addDays(doing.today, 28) })
    assert.deepEqual(again, { done: false, because: ['has-ended'] })
    const facts = await heldFacts(doing, reference, doing.today)
    assert.ok(facts)
    assert.deepEqual(whyNotHeld(facts, addDays(doing.today, 28)), [])
    assert.deepEqual(whyNotHeld(facts, addDays(doing.today, 29)), ['ended'])
  })
  await tryAs(database, priya, async doing => {
    const end = { reference, ground: 'spent-outside-plan', because: 'x', on: doing.today } as const
    assert.deepEqual(await endAgreement(doing, end), { done: false, because: ['role-may-not-end'] })
  })
})
