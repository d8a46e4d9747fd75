import assert from 'node:assert/strict'
import { note, receive, writeLine } from '../src/ehc/public.ts'
import type { NewFact, NewLine } from '../src/ehc/types.ts'
import { type PlainDate, plainDate } from '../src/kernel/days.ts'
import type { Reference } from '../src/kernel/ids.ts'
import { pence } from '../src/kernel/money.ts'
import { addOrganisation, addPerson, relate } from '../src/people/public.ts'
import type { Actor, Doing } from '../src/platform/doing.ts'
import { doAs, doingIt, emptyDatabase, someone } from './harness.ts'
import { must, onDay } from './joint.ts'

/** Millbrook's ICB and two councils, with a child, her mother, and those who work on her plan. */
export async function ehcPlace() {
  const database = await emptyDatabase()
  const bodies = await doingIt(database, async doing => {
    const body = (code: string, kind: 'icb' | 'council', name: string) =>
      addOrganisation(doing, { code, kind, name, invented: true })
    const icb = await body('QMB', 'icb', 'NHS Millbrook ICB')
    const council = await body('MBC', 'council', 'Millbrook Council')
    const other = await body('ADC', 'council', 'Ashdale Borough Council')
    const otherIcb = await body('QAD', 'icb', 'NHS Ashdale ICB')
    const add = async (fullName: string, born: string | null) =>
      must(
        await addPerson(doing, {
          organisation: icb,
          fullName,
          bornOn: born === null ? null : plainDate(born),
        }),
      )
    const [child, mother] = [await add('Mina Rao', '2015-10-12'), await add('Asha Rao', null)]
    must(
      await relate(doing, {
        person: child,
        other: { person: mother, name: 'Asha Rao' },
        kind: 'parent',
        basis: 'parental-responsibility',
        from: doing.today,
      }),
    )
    return { icb, council, other, otherIcb, child, mother }
  })
  const staff = (
    name: string,
    role: Parameters<typeof someone>[1]['role'],
    organisation: typeof bodies.icb,
  ) => someone(database, { name, organisation, ...(role ? { role } : {}) })
  return {
    database,
    ...bodies,
    asha: await someone(database, { name: 'Asha Rao', person: bodies.mother }),
    sian: await staff('Sian Prosser', 'council-officer', bodies.council),
    lou: await staff('Lou Fenn', 'council-officer', bodies.other),
    priya: await staff('Priya Nair', 'case-worker', bodies.icb),
    tom: await staff('Tom Birkett', 'team-leader', bodies.icb),
    yusra: await staff('Yusra Siddiqui', 'team-leader', bodies.otherIcb),
  }
}
export type EhcPlace = Awaited<ReturnType<typeof ehcPlace>>

/** The mother asks Millbrook Council for an assessment of Mina, on a day. */
export const requested = ({ database, asha, council, icb, child }: EhcPlace, on: PlainDate) =>
  doAs(database, asha, async doing =>
    must(
      await receive(onDay(doing, asha, on), {
        council,
        health: icb,
        child,
        receivedOn: on,
        askedByName: 'Asha Rao',
      }),
    ),
  ).then(({ reference }) => reference)

type At = { readonly reference: Reference; readonly as: Actor }

/** What happens to a plan, each noted on its own day by the one who may. */
export async function happened(
  { database }: EhcPlace,
  { reference, as }: At,
  facts: readonly NewFact[],
): Promise<void> {
  for (const one of facts)
    await doAs(database, as, async doing => must(await note(onDay(doing, as, one.on), { ...one, reference })))
}

/** A line of section J as it is written when nothing else is said. */
export const line = (say: Partial<NewLine>): NewLine => ({
  strand: 'health',
  says: 'Physiotherapy',
  yearly: pence(126_000n),
  blockContract: false,
  place: false,
  paymentAsked: true,
  usedThere: false,
  settingAgrees: null,
  ...say,
})

/** The lines of V-05: health writes its own, the council the others. */
export async function vignetteLines(place: EhcPlace, reference: Reference): Promise<void> {
  const { database, sian, priya } = place
  const write = (who: Actor, ...lines: readonly NewLine[]) =>
    doAs(database, who, async (doing: Doing) => {
      for (const one of lines) must(await writeLine(doing, { reference, ...one }))
    })
  await write(priya, line({ says: 'Speech therapy', yearly: pence(186_000n), blockContract: true }), line({}))
  await write(
    sian,
    line({ strand: 'social-care', says: 'After-school assistant', yearly: pence(218_400n) }),
    line({
      strand: 'education',
      says: 'The school place',
      yearly: pence(0n),
      place: true,
      paymentAsked: false,
    }),
  )
  assert.ok(reference)
}
